import { type ActionId, actions } from './core/action';
import { type Estimate, estimateOf } from './core/estimate';
import { type Model, modelOf } from './core/model';
import type { Problem } from './core/problem';
import { buildRequest, type Request } from './core/prompt';
import type { Source } from './core/source';

/** What the user has chosen, as far as it decides a request. */
export interface Choices {
  readonly model: string;
  readonly models: readonly Model[];
  /** English name of the answer's language. */
  readonly language: string;
}

export interface Plan {
  readonly request: Request;
  readonly estimate: Estimate;
}

/** What an action on a source would send, and take; `at` in ms since 1970. */
export function planOf(actionId: ActionId, source: Source, choices: Choices, at: number): Plan {
  const model = modelOf(choices.model, choices.models);
  const request = buildRequest(actions[actionId], source, model, choices.language);
  return { request, estimate: estimateOf(request, at) };
}

/** Whether a plan is certainly beyond what its model takes: even the lowest estimate does not fit. */
export function tooLarge({ estimate }: Plan, choices: Choices): Problem | null {
  const limit = modelOf(choices.model, choices.models).maxInput;
  if (limit === null || estimate.prompt.low <= limit) return null;
  return { kind: 'too-large', tokens: estimate.prompt.low, limit };
}
