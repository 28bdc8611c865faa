import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Asks {
  readonly onDelete: (runId: string) => void;
  readonly onUndo: () => void;
}

/** The keys of a list of lines. The line that takes a deleted one's place gets the focus. */
export function useListKeys(list: RefObject<HTMLElement | null>, { onDelete, onUndo }: Asks) {
  const next = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (next.current === null) return;
    lineOf(list, next.current)?.focus();
    next.current = null;
  });

  const remove = (runId: string) => {
    const lines = linesIn(list);
    const at = lines.findIndex((line) => line.dataset.id === runId);
    const neighbour = lines[at + 1] ?? lines[at - 1];
    next.current = neighbour?.dataset.id ?? null;
    onDelete(runId);
  };

  const keyed = (event: KeyboardEvent) => {
    const lines = linesIn(list);
    const at = lines.indexOf(document.activeElement as HTMLElement);
    const { id, live } = lines[at]?.dataset ?? {};
    const to = target(event.key, at, lines.length);
    if (to !== null) lines[to]?.focus();
    else if (event.key === 'Delete' && id && live === undefined) remove(id);
    else if (event.key === 'z' && (event.ctrlKey || event.metaKey)) onUndo();
    else return;
    event.preventDefault();
  };
  return { keyed, remove };
}

export function lineOf(list: RefObject<HTMLElement | null>, id: string | null) {
  return linesIn(list).find((line) => line.dataset.id === id);
}

function linesIn(list: RefObject<HTMLElement | null>): readonly HTMLElement[] {
  return [...(list.current?.querySelectorAll<HTMLElement>('.history-line') ?? [])];
}

/** The line that a key leads to; null: it leads nowhere. */
function target(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
