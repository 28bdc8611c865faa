const LIMITS = {
  requests: 4000,
  tokens: 480_000,
  'input-tokens': 400_000,
  'output-tokens': 80_000,
};

/** The anthropic-ratelimit headers of the nth answer; what remains falls by one each time. */
export function rateLimits(n: number, now = new Date()): Record<string, string> {
  const reset = `${now.toISOString().slice(0, 19)}Z`;
  const headers = Object.entries(LIMITS).flatMap(([name, limit]) => [
    [`anthropic-ratelimit-${name}-limit`, String(limit)],
    [`anthropic-ratelimit-${name}-remaining`, String(limit - (n % limit))],
    [`anthropic-ratelimit-${name}-reset`, reset],
  ]);
  return Object.fromEntries(headers);
}
