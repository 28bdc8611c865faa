import { anthropicEndpoint, deviceEndpoint, type EndpointConfig } from '../core/endpoint';
import { consentAbove } from '../core/estimate/estimate';
import { englishName } from '../core/language';
import type { Limits } from '../core/money/budget';
import { readCalibration } from '../store/calibration';
import { readFollowUps } from '../store/follow-ups';
import { readModels } from '../store/models';
import { readSettings, type Settings } from '../store/settings';
import type { Choices } from './choices';

/**
 * The user's choices. `endpointId`: where to ask instead of the usual endpoint; `browserLanguage`: BCP 47, for answers
 * unless another language was chosen.
 */
export async function readChoices(
  endpointId: string | null,
  browserLanguage: string,
): Promise<Choices> {
  const [settings, lists, calibration, followUps] = await Promise.all([
    readSettings(),
    readModels(),
    readCalibration(),
    readFollowUps(),
  ]);
  const endpoint = endpointOf(settings, endpointId ?? settings.endpoint);
  const language = settings.answerLanguage ?? settings.uiLanguage ?? browserLanguage;
  return {
    endpoint,
    model: endpoint.model,
    models: lists[endpoint.id] ?? [],
    language: englishName(language),
    thresholds: { ...consentAbove, nano: settings.confirmAbove },
    inPrivateWindows: settings.privateWindows === 'memory',
    controls: settings.controls,
    freeRepeats: settings.freeRepeats,
    shield: { sites: settings.shieldedSites, words: settings.shieldWords },
    calibration,
    followUps,
    siteRules: settings.siteRules,
  };
}

/** The user's limits. */
export async function readLimits(): Promise<Limits> {
  const { monthlyLimit: month, dailyLimit: day, runLimit: run } = await readSettings();
  return { month, day, run };
}

/** An endpoint that has been removed meanwhile is the usual one. */
export function endpointOf(
  { endpoints, endpoint: usual }: Pick<Settings, 'endpoints' | 'endpoint'>,
  id: string,
): EndpointConfig {
  const known = [...endpoints, deviceEndpoint];
  const byId = (wanted: string) => known.find((endpoint) => endpoint.id === wanted);
  return byId(id) ?? byId(usual) ?? anthropicEndpoint;
}
