import { useEffect, useState } from 'preact/hooks';

/** A value as it was in the last frame: what is worth a frame's work follows it, and what is typed is shown at once. */
export function useFramed<T>(value: T): T {
  const [framed, setFramed] = useState(value);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setFramed(() => value));
    return () => cancelAnimationFrame(frame);
  }, [value]);
  return framed;
}
