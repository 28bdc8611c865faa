import { dayMs } from './core/calendar';

/** Calls `act` the first time, and then when it is asked for a day later; `now` in ms since 1970. */
export function daily(act: () => void, now: () => number): () => void {
  let last: number | null = null;
  return () => {
    // A clock that was set back must not keep it waiting.
    if (last !== null && Math.abs(now() - last) < dayMs) return;
    last = now();
    act();
  };
}
