import type { Action } from '../core/actions/action';
import { type Controls, settled } from '../core/actions/controls';
import { deviceEndpoint, type EndpointConfig, isAnthropic, isDevice } from '../core/endpoint';
import type { Calibration } from '../core/estimate/calibration';
import type { Thresholds } from '../core/estimate/estimate';
import { englishName } from '../core/language';
import { type Model, modelOf } from '../core/model';
import type { FollowUps } from '../core/runs/follow-ups';
import type { ShieldChoices } from '../core/shield/shield-source';
import { ruleFor, type SiteRule } from '../core/site-rule';
import type { Source } from '../core/source/source';

/** What the user has chosen, as far as it decides a request. */
export interface Choices {
  readonly endpoint: EndpointConfig;
  readonly model: string;
  /** Models that the endpoint has listed. */
  readonly models: readonly Model[];
  /** English name of the answer's language. */
  readonly language: string;
  readonly thresholds: Thresholds;
  /** Whether Gloss may do anything in private windows. */
  readonly inPrivateWindows: boolean;
  /** Whether the same request is answered by what it was answered before. */
  readonly freeRepeats: boolean;
  readonly shield: ShieldChoices;
  readonly calibration: Calibration;
  /** How often the user asks more. */
  readonly followUps: FollowUps;
  /** What the user wants on some sites instead. */
  readonly siteRules: readonly SiteRule[];
  /** What is remembered of each action's controls, by its id. */
  readonly controls: Readonly<Record<string, Controls>>;
}

/** The model that is asked. */
export function askedModel({ model, models }: Choices): Model {
  return modelOf(model, models);
}

/** What holds of an action's controls, of which some were chosen for this once. */
export function controlsFor(action: Action, { controls }: Choices, chosen: Controls): Controls {
  return settled(action, controls[action.id] ?? {}, chosen);
}

/** The same choices with the model that an action asks for, where there is one of that name. */
export function forAction({ model }: Action, choices: Choices): Choices {
  const { endpoint, models } = choices;
  const known = models.some(({ id }) => id === model) || isAnthropic(endpoint);
  return model !== undefined && known ? { ...choices, model } : choices;
}

/** The same choices with what the user wants on a source's site: a model where none was asked for, and a language. */
export function onSite(
  choices: Choices,
  source: Source,
  { model, action }: { readonly model?: string | undefined; readonly action: Action },
): Choices {
  const rule = ruleFor(source, choices.siteRules);
  if (!rule) return choices;
  const isAsked = model !== undefined || action.model !== undefined;
  const fits = rule.model !== null && !isAsked && isAnthropic(choices.endpoint);
  return {
    ...choices,
    ...(fits && rule.model !== null && { model: rule.model }),
    ...(rule.language !== null && { language: englishName(rule.language) }),
  };
}

/** The same choices, but nothing leaves the device. */
export function onDevice(choices: Choices): Choices {
  const { model } = deviceEndpoint;
  return { ...choices, endpoint: deviceEndpoint, model, models: [] };
}

/** The words to hide before anybody is asked; null: nothing is to be hidden. From the device nothing leaves. */
export function hiddenBefore(
  { endpoint }: Choices,
  words: readonly string[] | null,
): readonly string[] | null {
  return isDevice(endpoint) ? null : words;
}
