import { setTimeout as pause } from 'node:timers/promises';

export const patience = 15_000;

export interface Patience {
  readonly timeout?: number;
}

/** Asks again and again until the answer is truthy; past the deadline it throws, naming what it waited for. */
export async function until<T>(
  what: string,
  ask: () => Promise<T> | T,
  { timeout = patience, every = 40 }: { timeout?: number; every?: number } = {},
): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${timeout} ms in vain for ${what}`);
    await pause(every);
  }
}

export async function within<T>(timeout: number, what: string, work: Promise<T>): Promise<T> {
  const stop = new AbortController();
  const late = pause(timeout, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`${what}: no answer within ${timeout} ms`);
  });
  late.catch(() => undefined);
  return Promise.race([work, late]).finally(() => stop.abort());
}
