import { useMemo, useRef, useState } from 'preact/hooks';
import { linesByDay } from '../../utils/core/ledger/ledger-days';
import type { Line } from '../../utils/core/ledger/ledger-line';
import { t } from '../../utils/i18n';
import { dayWords } from '../history/day-words';
import { useListKeys } from '../history/use-list-keys';
import { useNearEnd } from '../history/use-near-end';
import type { NameModel } from '../use-stored';
import { LedgerLine } from './LedgerLine';
import '../history/history-list.css';

interface Props {
  /** Of how many requests there are lines. */
  readonly turns: number;
  /** The first of them; more are there when `onMore` is called. */
  readonly lines: readonly Line[];
  readonly now: number;
  readonly nameModel: NameModel;
  readonly onMore: () => void;
  readonly onDelete: (id: string) => void;
  readonly onUndo: () => void;
}

/** All requests by day. Arrows go through them, Enter opens, Delete deletes, Ctrl+Z brings back. */
export function LedgerList({ turns, lines, now, nameModel, onMore, onDelete, onUndo }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const end = useNearEnd(onMore, lines.length < turns);
  const days = useMemo(() => [...linesByDay(lines)], [lines]);
  const [stop, setStop] = useState<string | null>(null);
  const stopAt = lines.some(({ id }) => id === stop) ? stop : lines[0]?.id;
  const { keyed, remove } = useListKeys(list, { onDelete, onUndo });
  return (
    <section class="ledger-part">
      <h2>
        {t('costsLines')} <span class="muted">{t('costsRequests', { count: turns })}</span>
      </h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its lines open; this is how the arrows lead from one to the next */}
      <div ref={list} class="ledger-list" onKeyDown={keyed}>
        {days.map(([day, among]) => (
          <section key={day} class="history-day">
            <h3>{dayWords(day, now)}</h3>
            <ul>
              {among.map((line) => (
                <LedgerLine
                  key={line.id}
                  line={line}
                  stop={line.id === stopAt}
                  nameModel={nameModel}
                  onFocus={setStop}
                  onDelete={remove}
                />
              ))}
            </ul>
          </section>
        ))}
        <div ref={end} />
      </div>
    </section>
  );
}
