import type { Receipt } from '../core/receipt';
import { database } from './database';

/** One line per turn that may have cost something. */
export interface Line {
  readonly v: 1;
  /** The turn's id: the first line of a turn is the one that stays. */
  readonly id: string;
  /** ms since 1970. */
  readonly at: number;
  readonly actionId: string;
  readonly receipt: Receipt;
}

export interface Ledger {
  write(line: Line): Promise<void>;
}

/** The ledger in IndexedDB. The runner is its one writer. */
export const ledger: Ledger = {
  async write(line) {
    const db = await database();
    if ((await db.getKey('ledger', line.id)) === undefined) await db.add('ledger', line);
  },
};
