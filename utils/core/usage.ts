/** Billed tokens of one turn. The five kinds of input and output never overlap; `thinking` is a part of `output`. */
export interface Usage {
  readonly input: number;
  readonly cacheRead: number;
  readonly cacheWrite5m: number;
  readonly cacheWrite1h: number;
  readonly output: number;
  readonly thinking: number;
}

/** Tokens that decide a price tier: the service counts cached tokens as part of the prompt. */
export function promptTokens(usage: Usage): number {
  return usage.input + usage.cacheRead + usage.cacheWrite5m + usage.cacheWrite1h;
}
