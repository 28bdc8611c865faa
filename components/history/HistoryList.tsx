import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Head } from '../../utils/core/head';
import { byDay } from '../../utils/core/history';
import { dayWords } from './day-words';
import { HistoryLine } from './HistoryLine';

interface Props {
  readonly heads: readonly Head[];
  readonly now: number;
  readonly opened: string | null;
  readonly onOpen: (runId: string) => void;
  readonly onDelete: (runId: string) => void;
  readonly onUndo: () => void;
}

/** Lines that are drawn at first, and each time that the end comes near. */
const page = 50;

/** Runs by day. Arrows go through them, Enter opens, Delete deletes, Ctrl+Z brings back. */
export function HistoryList({ heads, now, opened, onOpen, onDelete, onUndo }: Props) {
  const [drawn, setDrawn] = useState(page);
  const list = useRef<HTMLDivElement>(null);
  const end = useNearEnd(() => setDrawn((count) => count + page), drawn < heads.length);
  const days = useMemo(() => byDay(heads.slice(0, drawn)), [heads, drawn]);
  const remove = useKeptPlace(list, onDelete);

  const [stop, setStop] = useState<string | null>(null);
  const stopAt = heads.slice(0, drawn).some(({ id }) => id === stop) ? stop : heads[0]?.id;

  const keyed = (event: KeyboardEvent) => {
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('.history-line') ?? [])];
    const at = lines.indexOf(document.activeElement as HTMLElement);
    const to = target(event.key, at, lines.length);
    const runId = lines[at]?.dataset.id;
    if (to !== null) lines[to]?.focus();
    else if (event.key === 'Delete' && runId && lines[at]?.dataset.live === undefined)
      remove(runId);
    else if (event.key === 'z' && (event.ctrlKey || event.metaKey)) onUndo();
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its lines are buttons; this is how the arrows lead from one to the next
    <div ref={list} onKeyDown={keyed}>
      {days.map(({ day, heads: lines }) => (
        <section key={day} class="history-day">
          <h2>{dayWords(day, now)}</h2>
          <ul>
            {lines.map((head) => (
              <HistoryLine
                key={head.id}
                head={head}
                current={head.id === opened}
                stop={head.id === stopAt}
                onFocus={setStop}
                onOpen={onOpen}
                onDelete={remove}
              />
            ))}
          </ul>
        </section>
      ))}
      <div ref={end} />
    </div>
  );
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

/** An element at the end of what is drawn: `act` is called whenever it comes near to being seen, while there is more. */
function useNearEnd(act: () => void, more: boolean) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current || !more) return;
    const root = end.current.closest('.scroll');
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && act(), {
      root,
      rootMargin: '600px',
    });
    seen.observe(end.current);
    return () => seen.disconnect();
  });
  return end;
}

/** Deletes a line; the one that takes its place gets the focus, if it had it. */
function useKeptPlace(
  list: { readonly current: HTMLDivElement | null },
  onDelete: (runId: string) => void,
) {
  const next = useRef<string | null>(null);
  useLayoutEffect(() => {
    const id = next.current;
    next.current = null;
    if (id !== null)
      list.current
        ?.querySelector<HTMLElement>(`.history-line[data-id="${CSS.escape(id)}"]`)
        ?.focus();
  });
  return (runId: string) => {
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('.history-line') ?? [])];
    const at = lines.findIndex((line) => line.dataset.id === runId);
    const neighbour = lines[at + 1] ?? lines[at - 1];
    next.current = neighbour?.dataset.id ?? null;
    onDelete(runId);
  };
}
