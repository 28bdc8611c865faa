import { type EndpointConfig, pricingOf } from '../endpoint';
import type { Range } from '../money/money';
import { priceFor } from '../money/prices';
import type { Request } from '../prompt';
import { costed, type Estimate } from './estimate';

/**
 * The service calls its own count an estimate: of three that were published with their bills, one bill was 2.3 % above its
 * count (docs/estimates.md). What a budget looks at has room for that.
 */
const slack = 0.03;

/** A count is of the same text only if it is within this factor of what was estimated, as bills are (`calibration.ts`). */
const believable = 4;

/** Whether a count, in tokens, can be of a prompt that was estimated so. */
export function isBelievable(tokens: number, { prompt }: Estimate): boolean {
  return tokens * believable >= prompt.low && tokens <= prompt.high * believable;
}

/** What a request takes that was counted at `tokens`; `at` in ms since 1970. */
export function countedEstimate(tokens: number, priced: Priced, at: number): Estimate {
  const prompt = { low: tokens, high: Math.ceil(tokens * (1 + slack)) };
  return { ...withPrompt(prompt, priced, at), counted: tokens };
}

/** What it would take if its estimate's lower bound were right. */
export function atBest(priced: Priced, at: number): Estimate {
  const { low } = priced.estimate.prompt;
  return withPrompt({ low, high: low }, priced, at);
}

/** Whether only a count could tell which of a model's prices holds, by the length of the prompt. */
export function isNearTier({ estimate, endpoint }: Priced, at: number): boolean {
  const { prompt, model } = estimate;
  const above = priceFor(pricingOf(endpoint), model, at)?.above?.promptTokens;
  return above !== undefined && prompt.low <= above && prompt.high > above;
}

/** A request with where it would go. */
interface Priced {
  readonly estimate: Estimate;
  readonly request: Request;
  readonly endpoint: EndpointConfig;
}

function withPrompt(prompt: Range, { estimate, request, endpoint }: Priced, at: number): Estimate {
  const price = priceFor(pricingOf(endpoint), request.model, at);
  return { ...estimate, prompt, ...costed(prompt, request, price) };
}
