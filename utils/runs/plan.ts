import type { Instruction } from '../core/actions/action';
import { type EndpointConfig, isAnthropic } from '../core/endpoint';
import { type Estimate, estimateOf } from '../core/estimate/estimate';
import type { Problem } from '../core/problem';
import { buildRequest, type Request } from '../core/prompt';
import { chanceAfterAction } from '../core/runs/follow-ups';
import type { Source } from '../core/source/source';
import { cachedIfItPays } from './cached';
import { askedModel, type Choices } from './choices';

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
    model: askedModel(choices),
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

/** Whether a source is a PDF and the endpoint is not known to understand those. */
export function notTaken({ media }: Source, endpoint: EndpointConfig): Problem | null {
  if (media?.kind !== 'pdf' || isAnthropic(endpoint)) return null;
  return { kind: 'pdf-not-taken', service: endpoint.name };
}

/** Whether a plan is certainly beyond what its model takes: even the lowest estimate does not fit. */
export function tooLarge({ estimate }: Plan, choices: Choices): Problem | null {
  const limit = askedModel(choices).maxInput;
  if (limit === null || estimate.prompt.low <= limit) return null;
  return { kind: 'too-large', tokens: estimate.prompt.low, limit };
}
