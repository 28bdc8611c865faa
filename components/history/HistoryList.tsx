import { useMemo, useRef, useState } from 'preact/hooks';
import type { Head } from '../../utils/core/runs/head';
import { byDay } from '../../utils/core/runs/history';
import { dayWords } from './day-words';
import { HistoryLine } from './HistoryLine';
import { useListKeys } from './use-list-keys';
import { useNearEnd } from './use-near-end';
import './history-list.css';

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
  const shown = useMemo(() => heads.slice(0, drawn), [heads, drawn]);
  const days = useMemo(() => byDay(shown), [shown]);
  const [stop, setStop] = useState<string | null>(null);
  const stopAt = shown.some(({ id }) => id === stop) ? stop : shown[0]?.id;
  const { keyed, remove } = useListKeys(list, { onDelete, onUndo });
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
