import type { Range } from './money';
import type { Price, Rates } from './price';
import { ratesFor } from './prices';

/**
 * Least tokens that a model's cache takes: https://platform.claude.com/docs/en/build-with-claude/prompt-caching.
 * Below it nothing is cached, and nothing more is paid.
 */
const minimums: Readonly<Record<string, number>> = {
  'claude-haiku-5-5': 512,
  'claude-sonnet-5-5': 512,
  'claude-opus-5-5': 512,
  'claude-opus-5': 512,
  'claude-fable-5-2': 512,
  'claude-fable-5-1': 512,
  'claude-fable-5': 512,
  'claude-opus-4-8': 1024,
  'claude-sonnet-5': 1024,
  'claude-sonnet-4-6': 1024,
  'claude-sonnet-4-5': 1024,
  'claude-sonnet-4-5-20250929': 1024,
  'claude-opus-4-7': 2048,
  'claude-opus-4-6': 4096,
  'claude-opus-4-5': 4096,
  'claude-opus-4-5-20251101': 4096,
  'claude-haiku-4-5': 4096,
  'claude-haiku-4-5-20251001': 4096,
};

/** ms for which what was written can be read; each reading begins them anew. */
export const cacheLife = 5 * 60_000;

/**
 * How likely one more question about the same text within the cache's life is taken to be, until the user's own habits
 * are known (`follow-ups.ts`). It only matters on which side of the break-even (0.26 to 0.28 on all listed models) it lies.
 */
export const chanceOfMore = {
  /** Most summaries, translations and explanations are read and left. */
  afterAction: 0.1,
  /** Who has asked once often asks again. */
  afterQuestion: 0.5,
} as const;

/**
 * The chance of one more reading from which on writing to the cache costs less than not using it. Not written, the text
 * costs `input` now and with that chance once more; written, `cacheWrite5m` now and then `cacheRead`.
 */
export function breakEven({ input, cacheRead, cacheWrite5m }: Rates): number {
  return input > cacheRead
    ? (cacheWrite5m - input) / (input - cacheRead)
    : Number.POSITIVE_INFINITY;
}

/** What decides whether a text is cached. */
export interface Caching {
  readonly model: string;
  readonly price: Price | null;
  /** Estimated tokens of the whole prompt, and of what would be cached of it. */
  readonly prompt: Range;
  readonly prefix: Range;
  /** Whether it was written, or read, within `cacheLife`. */
  readonly warm: boolean;
  /** Of one more question, from 0 to 1. */
  readonly chance: number;
}

/** Whether it pays to cache a text. What lies in the cache already is always read: that is cheaper than to send it. */
export function cachePays({ model, price, prompt, prefix, warm, chance }: Caching): boolean {
  const minimum = minimums[model];
  if (minimum === undefined || !price || prefix.high < minimum) return false;
  const rates = ratesFor(price, prompt.high);
  return warm ? rates.cacheRead < rates.input : chance > breakEven(rates);
}
