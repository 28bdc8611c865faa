import { useEffect, useState } from 'preact/hooks';

/** Whether a value has stayed the same for so many ms; false again with the next one. No clock is read: those jump. */
export function useStill(value: unknown, ms: number): boolean {
  const [still, setStill] = useState(false);
  useEffect(() => {
    setStill(false);
    const timer = setTimeout(setStill, ms, true);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return still;
}
