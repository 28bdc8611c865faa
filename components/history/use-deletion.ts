import { useEffect, useState } from 'preact/hooks';

/** ms for which it is offered to undo a deletion; the background could for a little longer. */
const offered = 10_000;

/** What has just been deleted, told for as long as that can be undone here; `none`: nothing. */
export function useDeletion<Deletion extends { readonly kind: string }>(none: Deletion) {
  const [deletion, setDeletion] = useState(none);
  useEffect(() => {
    if (deletion.kind !== 'deleted') return;
    const timer = setTimeout(() => setDeletion(none), offered);
    return () => clearTimeout(timer);
  }, [deletion]);
  return [deletion, setDeletion] as const;
}
