import { useEffect, useState } from 'preact/hooks';

/** What the browser says now: read again each time the user comes back, since what it tells of is set elsewhere. */
export function useReread<T>(read: () => Promise<T>, first: T): T {
  const [value, setValue] = useState(first);
  useEffect(() => {
    let wanted = true;
    // What cannot be read stays as it was.
    const again = () =>
      void read().then(
        (now) => wanted && setValue(now),
        () => undefined,
      );
    again();
    const stop = onReturn(again);
    return () => {
      wanted = false;
      stop();
    };
  }, [read]);
  return value;
}

/** Something has changed that all that is shown may tell of: as if the user came back to this page. */
export function rereadAll(): void {
  window.dispatchEvent(new Event('focus'));
}

/** Calls back when the user comes back to this page; returns how to stop. */
export function onReturn(act: () => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('focus', act, { signal });
  document.addEventListener('visibilitychange', act, { signal });
  return () => listening.abort();
}
