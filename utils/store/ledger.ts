import type { IDBPTransaction } from 'idb';
import { withLine } from '../core/ledger-days';
import type { Line } from '../core/ledger-line';
import { database, type Schema } from './database';
import { toDayRecord } from './day-record';
import { daySums } from './ledger-days';
import { toLineRecord } from './line-record';
import { readSettings } from './settings';

export interface Ledger {
  write(line: Line): Promise<void>;
}

/** The ledger in IndexedDB: lines, and what each day comes to. The background is its one writer. */
export const ledger: Ledger = {
  async write(line) {
    const { ledgerSites } = await readSettings();
    const transaction = (await database()).transaction(['ledger', 'days'], 'readwrite');
    await add(transaction, ledgerSites ? line : { ...line, site: '' });
    await transaction.done;
  },
};

type WithLines = IDBPTransaction<Schema, ('ledger' | 'days')[], 'readwrite'>;

async function add(transaction: WithLines, line: Line): Promise<void> {
  const lines = transaction.objectStore('ledger');
  if ((await lines.getKey(line.id)) !== undefined) return;
  const before = await daySums(transaction, line.day);
  const days = transaction.objectStore('days');
  await Promise.all([
    lines.add(toLineRecord(line)),
    days.put(toDayRecord(withLine(before, line, 1))),
  ]);
}
