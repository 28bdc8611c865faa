import { useEffect, useState } from 'preact/hooks';

/** A component that is not part of the first paint; null until it is loaded. */
export function useLater<C>(load: () => Promise<{ readonly default: C }>): C | null {
  const [loaded, setLoaded] = useState<{ readonly component: C } | null>(null);
  useEffect(() => {
    void load().then((module) => setLoaded({ component: module.default }));
  }, [load]);
  return loaded?.component ?? null;
}
