import type { Line } from '../core/ledger-line';
import { isAskedFor, type LineQuery, type Stretch } from '../core/ledger-query';
import { database } from './database';
import { fromLineRecord } from './line-record';

/** Lines that are read at once. */
const step = 250;

/** Where in the index something ends: a line, or, written shorter, after all lines of a day. */
type Key = [day: string, at: number, id: string] | [day: string, after: never[]];

/** The lines of a query in portions, newest first; read-only. `stretches`: where they lie, newest first. */
export async function* readLines(
  query: LineQuery,
  stretches: readonly Stretch[],
): AsyncGenerator<readonly Line[]> {
  for (const { from, to } of stretches) {
    let before: Key | null = [to, []];
    while (before) {
      const { stored, oldest }: Portion = await newest([from], before);
      const lines = stored.flatMap((each) => fromLineRecord(each) ?? []);
      yield lines.filter((line) => isAskedFor(line, query));
      before = oldest;
    }
  }
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
