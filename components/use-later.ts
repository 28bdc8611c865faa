import { useEffect, useState } from 'preact/hooks';

/** A component that is loaded once it is wanted; null until then. */
export function useLater<C>(
  load: () => Promise<{ readonly default: C }>,
  wanted: boolean,
): C | null {
  const [loaded, setLoaded] = useState<{ readonly component: C } | null>(null);
  useEffect(() => {
    if (!wanted || loaded) return;
    void load().then((module) => setLoaded({ component: module.default }));
  }, [load, wanted, loaded]);
  return loaded?.component ?? null;
}
