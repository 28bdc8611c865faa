import { firstDayOf, lastDayOf } from '../core/calendar';
import type { TimeSums } from '../core/ledger/ledger-days';
import type { Line } from '../core/ledger/ledger-line';
import {
  isAskedFor,
  isForAll,
  type LineQuery,
  type Stretch,
  stretchesOf,
} from '../core/ledger/ledger-query';
import { isSeen } from '../core/ledger/ledger-view';
import { database } from './database';
import { readDays } from './ledger-days';
import { fromLineRecord } from './line-record';

/** Lines that are read at once. */
const step = 250;

/** Where in the index something ends: a line, or, written shorter, after all lines of a day. */
type Key = [day: string, at: number, id: string] | [day: string, after: never[]];

/** The lines of a query in portions, newest first; read-only. `parts`: what its time comes to, by month and by day. */
export async function* readLines(
  query: LineQuery,
  parts: readonly TimeSums[],
): AsyncGenerator<readonly Line[]> {
  for await (const { from, to } of stretchesIn(query, parts)) {
    let before: Key | null = [to, []];
    while (before) {
      const { stored, oldest }: Portion = await newest([from], before);
      const lines = stored.flatMap((each) => fromLineRecord(each) ?? []);
      yield lines.filter((line) => isAskedFor(line, query));
      before = oldest;
    }
  }
}

/** Where the lines of a query lie, newest first: of a month that has any its days tell, once they are needed. */
async function* stretchesIn(query: LineQuery, parts: readonly TimeSums[]): AsyncGenerator<Stretch> {
  if (isForAll(query)) return yield { from: query.from, to: query.to };
  const isMonth = ({ time }: TimeSums) => time.length <= 7;
  yield* stretchesOf(
    parts.filter((part) => !isMonth(part)),
    query,
  );
  for (const { time, cells } of parts.filter(isMonth).toReversed())
    if (cells.some(({ kind }) => isSeen(kind, query)))
      yield* stretchesOf(await readDays(firstDayOf(time), lastDayOf(time)), query);
}

/** `oldest`: the key of the last of them; null: there are no more. */
interface Portion {
  readonly stored: readonly unknown[];
  readonly oldest: Key | null;
}

async function newest(from: [string], before: Key): Promise<Portion> {
  const index = (await database()).transaction('ledger').store.index('day');
  const range = IDBKeyRange.bound(from, before, false, true);
  const cursor = await index.openKeyCursor(range, 'prev');
  if (!cursor) return { stored: [], oldest: null };
  const oldest = (await cursor.advance(step - 1))?.key ?? null;
  const stored = await index.getAll(IDBKeyRange.bound(oldest ?? from, before, false, true));
  return { stored: stored.toReversed(), oldest };
}
