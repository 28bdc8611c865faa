import { useEffect, useState } from 'preact/hooks';

/** The shortcut as it is now: read again whenever the user comes back, who may have changed it. */
export function useShortcut(read: () => Promise<string | null>): string | null {
  const [keys, setKeys] = useState<string | null>(null);
  useEffect(() => {
    const look = () => void read().then(setKeys, () => setKeys(null));
    look();
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [read]);
  return keys;
}
