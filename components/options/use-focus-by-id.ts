import { useLayoutEffect, useState } from 'preact/hooks';

/** How to move the focus to the element of an id, once the change that is under way has been drawn. */
export function useFocusById(): (id: string) => void {
  const [wanted, setWanted] = useState<{ readonly id: string } | null>(null);
  useLayoutEffect(() => {
    if (wanted) document.getElementById(wanted.id)?.focus();
  }, [wanted]);
  return (id) => setWanted({ id });
}
