/** Resolves when it is aborted. */
export function aborted(stop: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve(null);
    stop.addEventListener('abort', () => resolve(null), { once: true });
  });
}

/** Aborted after so many ms, or by the user's `stop`. */
export function within(ms: number, stop: AbortSignal | undefined): AbortSignal {
  const limit = AbortSignal.timeout(ms);
  return stop ? AbortSignal.any([stop, limit]) : limit;
}
