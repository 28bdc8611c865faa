import { costBefore } from './cost';
import { type EndpointConfig, isDevice, originOf, pricingOf } from './endpoint';
import { imageTokens } from './image';
import { nanoPerDollar, type Range } from './money';
import { pdfTokens } from './pdf/limits';
import { priceFor } from './prices';
import { promptText, type Request } from './prompt';
import type { Media } from './source';
import { estimateTokens } from './tokens';

/** What a request will take, before it is sent. */
export interface Estimate {
  readonly endpointId: string;
  /** The endpoint as the user calls it. */
  readonly service: string;
  /** Where it would go. */
  readonly origin: string;
  readonly model: string;
  /** Tokens of the prompt. */
  readonly prompt: Range;
  /** Most tokens the answer may have. */
  readonly maxOutput: number;
  /** Nano-dollars; null when the model's price is not known. */
  readonly cost: Range | null;
}

/** Above either, Gloss asks before it sends; with 0 nano-dollars it always does. */
export interface Thresholds {
  readonly nano: number;
  readonly tokens: number;
}

/** $0.10 or 50,000 tokens of prompt. */
export const consentAbove: Thresholds = { nano: nanoPerDollar / 10, tokens: 50_000 };

/** Tokens that the service adds around a document and an instruction, seen in recorded traffic. */
const overhead = 20;

/** Estimates a request sent to `endpoint` at `at` (ms since 1970); `media`: what it is about beside its text. */
export function estimateOf(
  request: Request,
  endpoint: EndpointConfig,
  at: number,
  media: Media | null = null,
): Estimate {
  const text = estimateTokens(promptText(request), request.model);
  const seen = mediaTokens(media, request.model);
  const prompt = { low: text.low + seen.low, high: text.high + seen.high + overhead };
  const price = priceFor(pricingOf(endpoint), request.model, at);
  return {
    endpointId: endpoint.id,
    service: endpoint.name,
    origin: originOf(endpoint),
    model: request.model,
    prompt,
    maxOutput: request.max_tokens,
    cost: price && costBefore(prompt, request.max_tokens, price),
  };
}

function mediaTokens(media: Media | null, model: string): Range {
  if (media?.kind === 'pdf') return pdfTokens(media);
  const tokens = media ? imageTokens(media, model) : 0;
  return { low: tokens, high: tokens };
}

/** Whether what would be sent now is what the user agreed to: the same place and model, and not dearer. */
export function isAsAgreed(now: Estimate, agreed: Estimate): boolean {
  const samePlace = now.endpointId === agreed.endpointId && now.origin === agreed.origin;
  if (!samePlace || now.model !== agreed.model) return false;
  // Who agreed to an unknown price agreed to any.
  return agreed.cost === null || (now.cost !== null && now.cost.high <= agreed.cost.high);
}

/** Whether an estimate's upper bound is beyond what is sent without asking. From the device nothing is sent. */
export function needsConsent(estimate: Estimate, above: Thresholds): boolean {
  if (isDevice({ id: estimate.endpointId })) return false;
  if (above.nano === 0 || estimate.prompt.high > above.tokens) return true;
  return (estimate.cost?.high ?? 0) > above.nano;
}
