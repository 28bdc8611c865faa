/**
 * How a turn was served, as far as its price depends on it: in the US alone, at `speed: fast`, or in a way that no price
 * list tells of, such as a priority tier.
 */
export const terms = ['us', 'fast', 'unpriced'] as const;
export type Term = (typeof terms)[number];

/** Billed tokens of one turn. The five kinds of input and output never overlap; `thinking` is a part of `output`. */
export interface Usage {
  readonly input: number;
  readonly cacheRead: number;
  readonly cacheWrite5m: number;
  readonly cacheWrite1h: number;
  readonly output: number;
  readonly thinking: number;
  /** Searches of the web by the service, billed apart; absent: none. */
  readonly searches?: number | undefined;
  /** Absent: the usual. */
  readonly terms?: readonly Term[] | undefined;
}

export const noUsage: Usage = {
  input: 0,
  cacheRead: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
  output: 0,
  thinking: 0,
};

/**
 * A later report of the same turn; null: it says nothing of that kind. `cacheWrite` is both lifetimes together, and
 * `cacheWrite1h` a part of it.
 */
export interface UsageUpdate {
  readonly input: number | null;
  readonly cacheRead: number | null;
  readonly cacheWrite: number | null;
  readonly cacheWrite1h: number | null;
  readonly output: number;
  readonly thinking: number | null;
  readonly searches: number | null;
  /** Added to those that were told before. */
  readonly terms?: readonly Term[] | undefined;
}

/** Tokens that decide a price tier: the service counts cached tokens as part of the prompt. */
export function promptTokens(usage: Usage): number {
  return usage.input + usage.cacheRead + usage.cacheWrite5m + usage.cacheWrite1h;
}

/**
 * The usage after a later report. Reports are cumulative: they replace and never add
 * (https://platform.claude.com/docs/en/build-with-claude/streaming). Where a report names no cache lifetimes the 1 h part
 * of the one before stays.
 */
export function updateUsage(usage: Usage, update: UsageUpdate): Usage {
  const written = update.cacheWrite ?? usage.cacheWrite5m + usage.cacheWrite1h;
  const cacheWrite1h = Math.min(update.cacheWrite1h ?? usage.cacheWrite1h, written);
  const searches = update.searches ?? usage.searches ?? 0;
  const terms = [...new Set([...(usage.terms ?? []), ...(update.terms ?? [])])];
  return {
    ...usage,
    input: update.input ?? usage.input,
    cacheRead: update.cacheRead ?? usage.cacheRead,
    cacheWrite5m: written - cacheWrite1h,
    cacheWrite1h,
    output: update.output,
    thinking: Math.min(update.thinking ?? usage.thinking, update.output),
    ...(searches > 0 && { searches }),
    ...(terms.length > 0 && { terms }),
  };
}
