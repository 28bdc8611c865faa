import type { Answered } from '../problem';

/** ms waited before the 2nd and 3rd attempt when the service names no time. */
const waits = [2_000, 8_000] as const;

/** ms. A longer `retry-after` is the user's to wait for. */
const longestWait = 60_000;

/** ms from the first attempt, after which no other one starts. */
export const longestInAll = 90_000;

/**
 * How long to wait, in ms, before a rejected request is sent again; null: it is not. Only what the service refused
 * before working on it is ever sent again by itself.
 *
 * `attempts` made so far; `elapsedMs` since the first; `random` in [0, 1) spreads the attempts of many users.
 */
export function waitBeforeRetry(
  answered: Answered,
  attempts: number,
  elapsedMs: number,
  random: number,
): number | null {
  if (answered.kind === 'ambiguous' || !answered.retry) return null;
  const usual = waits[attempts - 1];
  if (usual === undefined) return null;
  const { afterMs } = answered.retry;
  if (afterMs !== null && afterMs > longestWait) return null;
  const base = afterMs === null ? usual : Math.max(afterMs, 1_000 * 2 ** (attempts - 1));
  const wait = Math.round(base * (1 + random / 4));
  return elapsedMs + wait <= longestInAll ? wait : null;
}
