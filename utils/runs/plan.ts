import type { Action, Instruction } from '../core/actions/action';
import type { Controls } from '../core/actions/controls';
import { deviceEndpoint, type EndpointConfig, isAnthropic } from '../core/endpoint';
import type { Calibration } from '../core/estimate/calibration';
import { type Estimate, estimateOf, type Thresholds } from '../core/estimate/estimate';
import { englishName } from '../core/language';
import { type Model, modelOf } from '../core/model';
import type { Problem } from '../core/problem';
import { buildRequest, type Request } from '../core/prompt';
import { chanceAfterAction, type FollowUps } from '../core/runs/follow-ups';
import type { ShieldChoices } from '../core/shield/shield-source';
import { ruleFor, type SiteRule } from '../core/site-rule';
import type { Source } from '../core/source/source';
import { cachedIfItPays } from './cached';

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

/** What would be sent where, and what it would take. */
export interface Plan {
  readonly endpoint: EndpointConfig;
  readonly request: Request;
  /** What it is about, as it leaves. */
  readonly source: Source;
  readonly estimate: Estimate;
  /** Of one more question, from 0 to 1: what decided whether the text is cached. */
  readonly chance: number;
  /** The follow-up, as it would be sent; null: the action itself. */
  readonly question: string | null;
}

/** What an action on a source would send, and take; `at` in ms since 1970. */
export function planOf(
  instruction: Instruction,
  source: Source,
  choices: Choices,
  at: number,
): Plan {
  const { endpoint } = choices;
  const plain = buildRequest(instruction, source, {
    model: modelOf(choices.model, choices.models),
    language: choices.language,
    documents: isAnthropic(endpoint),
  });
  const estimate = (request: Request) =>
    estimateOf(request, endpoint, at, source.media, choices.calibration);
  const first = estimate(plain);
  const { prompt } = first;
  const chance = chanceAfterAction(instruction.action, choices.followUps);
  const request = cachedIfItPays(plain, { endpoint, at, prompt, warm: false, chance });
  return {
    endpoint,
    request,
    source,
    estimate: request === plain ? first : estimate(request),
    chance,
    question: null,
  };
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

/** Whether a source is a PDF and the endpoint is not known to understand those. */
export function notTaken({ media }: Source, endpoint: EndpointConfig): Problem | null {
  if (media?.kind !== 'pdf' || isAnthropic(endpoint)) return null;
  return { kind: 'pdf-not-taken', service: endpoint.name };
}

/** Whether a plan is certainly beyond what its model takes: even the lowest estimate does not fit. */
export function tooLarge({ estimate }: Plan, choices: Choices): Problem | null {
  const limit = modelOf(choices.model, choices.models).maxInput;
  if (limit === null || estimate.prompt.low <= limit) return null;
  return { kind: 'too-large', tokens: estimate.prompt.low, limit };
}
