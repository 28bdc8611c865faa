import { setTimeout as pause } from 'node:timers/promises';

/** ms: many times what anything takes that works, also on a slow disk beside other work. */
export const patience = 30_000;

export interface Patience {
  readonly timeout?: number;
}

/** ms between two questions, and when it has already taken long: each costs the browser some processor time. */
const shortest = 100;
const longest = 200;

/**
 * Asks again and again, more rarely as it takes longer, until the answer is truthy; past the deadline it throws, naming
 * what it waited for.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T> | T,
  { timeout = patience, every = shortest }: { timeout?: number; every?: number } = {},
): Promise<NonNullable<T>> {
  const began = Date.now();
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    const passed = Date.now() - began;
    if (passed > timeout) throw new Error(`Waited ${timeout} ms in vain for ${what}`);
    await pause(Math.max(every, Math.min(longest, passed / 5)));
  }
}

/** What `ask` says, once `act` was done, which is done again each `ms`. */
export function every<T>(
  ms: number,
  act: () => Promise<unknown>,
  ask: () => Promise<T>,
): () => Promise<T> {
  let due = 0;
  return async () => {
    if (Date.now() >= due) {
      await act();
      due = Date.now() + ms;
    }
    return ask();
  };
}

export async function within<T>(timeout: number, what: string, work: Promise<T>): Promise<T> {
  const stop = new AbortController();
  const late = pause(timeout, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`${what}: no answer within ${timeout} ms`);
  });
  late.catch(() => undefined);
  return Promise.race([work, late]).finally(() => stop.abort());
}
