import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { TimeSums } from '../../utils/core/ledger/ledger-days';
import type { Line } from '../../utils/core/ledger/ledger-line';
import type { LineQuery } from '../../utils/core/ledger/ledger-query';

/** Lines that are shown at first, and each time that the end comes near. */
const page = 50;

/** The first lines of a query, and more when they are asked for. Another ledger is read as far as this one was. */
export function useLines(query: LineQuery, parts: readonly TimeSums[]) {
  const [lines, setLines] = useState<readonly Line[]>([]);
  const reading = useRef<Reading | null>(null);
  const asked = JSON.stringify(query);
  const last = useRef({ asked, wanted: page });

  const more = useCallback(() => {
    const mine = reading.current;
    if (!mine || mine.busy || mine.done) return;
    mine.wanted += page;
    last.current.wanted = mine.wanted;
    void fill(mine, setLines);
  }, []);

  useEffect(() => {
    if (last.current.asked !== asked) last.current = { asked, wanted: page };
    const mine: Reading = {
      portions: portionsOf(query, parts),
      lines: [],
      wanted: last.current.wanted,
      busy: false,
      done: false,
      over: false,
    };
    reading.current = mine;
    void fill(mine, setLines);
    return () => {
      mine.over = true;
    };
  }, [asked, parts]);
  return { lines, more };
}

interface Reading {
  readonly portions: AsyncGenerator<readonly Line[]>;
  lines: readonly Line[];
  wanted: number;
  busy: boolean;
  /** There are no more, however many there should be: some cannot be read. */
  done: boolean;
  /** Something else is wanted meanwhile. */
  over: boolean;
}

async function* portionsOf(query: LineQuery, parts: readonly TimeSums[]) {
  const { readLines } = await import('../../utils/store/ledger-lines');
  yield* readLines(query, parts);
}

/** Reads until there are as many as are wanted, and shows no more than that. */
async function fill(reading: Reading, show: (lines: readonly Line[]) => void): Promise<void> {
  reading.busy = true;
  while (reading.lines.length < reading.wanted && !reading.over) {
    const next = await reading.portions.next().catch(() => null);
    if (!next || next.done) {
      reading.done = true;
      break;
    }
    reading.lines = [...reading.lines, ...next.value];
  }
  reading.busy = false;
  if (!reading.over) show(reading.lines.slice(0, reading.wanted));
}
