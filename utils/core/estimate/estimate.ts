import { type EndpointConfig, isDevice, originOf, pricingOf } from '../endpoint';
import { costBefore } from '../money/cost';
import { nanoPerDollar, type Range } from '../money/money';
import type { Price } from '../money/price';
import { priceFor } from '../money/prices';
import { pdfTokens } from '../pdf/limits';
import type { Request } from '../prompt';
import { isCited, promptParts, textAfterPage } from '../request-parts';
import { citationTokens } from '../source/citation';
import { imageTokens } from '../source/image';
import type { Media } from '../source/source';
import { type Calibration, calibrationKey, promptRange } from './calibration';
import { estimateTokens, roughTokensOf } from './tokens';

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
  /** What of it is for telling sources: a guess. Absent: they are not told. */
  readonly sources?: Range | undefined;
  /** What those cost, in nano-dollars; absent: they are not told, or the model's price is not known. */
  readonly sourcesCost?: Range | undefined;
  /** Most tokens the answer may have. */
  readonly maxOutput: number;
  /** Nano-dollars; null when the model's price is not known. */
  readonly cost: Range | null;
  /** Tokens of the prompt as the service has counted them; absent: it has not. */
  readonly counted?: number | undefined;
  /** What its cost was reckoned by; absent where that is unknown, and in what was stored. */
  readonly basis?: Basis | undefined;
}

interface Basis {
  readonly price: Price;
  /** What of the prompt is cached, in tokens; null: it is not asked for. */
  readonly cached: Range | null;
}

/** Above either, Gloss asks before it sends; with 0 nano-dollars it always does. */
export interface Thresholds {
  readonly nano: number;
  readonly tokens: number;
}

/** $0.10 or 50,000 tokens of prompt. */
export const consentAbove: Thresholds = { nano: nanoPerDollar / 10, tokens: 50_000 };

/**
 * Estimates a request sent to `endpoint` at `at` (ms since 1970), with what earlier bills have taught; `media`: what it is
 * about beside its text.
 */
export function estimateOf(
  request: Request,
  endpoint: EndpointConfig,
  at: number,
  media: Media | null = null,
  calibration: Calibration = {},
): Estimate {
  const rough = roughTokensOf(promptParts(request), request.model);
  const told = calibration[calibrationKey(endpoint.id, request.model, rough)];
  const text = promptRange(rough, told);
  const seen = mediaTokens(media, request.model);
  const bare = { low: text.low + seen.low, high: text.high + seen.high };
  const sources = isCited(request) ? citationTokens(bare) : undefined;
  const prompt = sources ? sum(bare, sources) : bare;
  const price = priceFor(pricingOf(endpoint), request.model, at);
  return {
    endpointId: endpoint.id,
    service: endpoint.name,
    origin: originOf(endpoint),
    model: request.model,
    prompt,
    ...(sources && { sources }),
    maxOutput: request.max_tokens,
    ...(sources && price && { sourcesCost: costOfMore(bare, prompt, request, price) }),
    ...costed(prompt, request, price),
  };
}

/** What a request costs whose prompt takes so many tokens, and how that was found. */
export function costed(
  prompt: Range,
  request: Request,
  price: Price | null,
): Pick<Estimate, 'cost' | 'basis'> {
  if (!price) return { cost: null };
  const basis = { price, cached: cachedPart(request, prompt) };
  return { cost: costOfPrompt(prompt, request, price), basis };
}

function costOfPrompt(prompt: Range, request: Request, price: Price): Range {
  return costBefore(prompt, request.max_tokens, price, cachedPart(request, prompt));
}

/** What a longer prompt costs more: at worst what of it is cached is written, at best it is read. */
function costOfMore(prompt: Range, longer: Range, request: Request, price: Price): Range {
  const before = costOfPrompt(prompt, request, price);
  const after = costOfPrompt(longer, request, price);
  return { low: after.low - before.low, high: after.high - before.high };
}

function sum(one: Range, other: Range): Range {
  return { low: one.low + other.low, high: one.high + other.high };
}

/** Of an estimated prompt, what is sent up to the end of its page: tokens. */
export function prefixOf(request: Request, prompt: Range): Range {
  const after = estimateTokens(textAfterPage(request), request.model);
  return {
    low: Math.max(0, prompt.low - after.high),
    high: Math.max(0, prompt.high - after.low),
  };
}

/** The same, where the request asks to cache it; else null. */
export function cachedPart(request: Request, prompt: Range): Range | null {
  return request.messages[0].content[0].cache_control ? prefixOf(request, prompt) : null;
}

function mediaTokens(media: Media | null, model: string): Range {
  if (media?.kind === 'pdf') return pdfTokens(media);
  const tokens = media ? imageTokens(media, model) : 0;
  return { low: tokens, high: tokens };
}

/** What the same request would take with more text in its instruction, which is never cached. */
export function withMore(estimate: Estimate, text: string): Estimate {
  if (text === '') return estimate;
  const { basis, maxOutput } = estimate;
  const prompt = sum(estimate.prompt, estimateTokens(text, estimate.model));
  const cost = basis ? costBefore(prompt, maxOutput, basis.price, basis.cached) : estimate.cost;
  return { ...estimate, prompt, cost };
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
