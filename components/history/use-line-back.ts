import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Query } from '../../utils/core/runs/history';
import type { Deletion } from './use-deleting';
import { lineOf } from './use-list-keys';

/** Undoes a deletion: the line that comes back gets the focus, unless something else is looked for by then. */
export function useLineBack(
  home: RefObject<HTMLElement | null>,
  deletion: Deletion,
  searched: Query,
  undo: () => void,
): () => void {
  const awaited = useRef<string | null>(null);
  useLayoutEffect(() => {
    awaited.current = null;
  }, [searched]);
  useLayoutEffect(() => {
    const line = awaited.current && lineOf(home, awaited.current);
    if (!line) return;
    awaited.current = null;
    line.focus();
  });
  return () => {
    awaited.current = (deletion.kind === 'deleted' && deletion.runIds[0]) || null;
    undo();
  };
}
