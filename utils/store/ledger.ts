import * as v from 'valibot';
import { atMostOf, type Expense } from '../core/budget';
import type { Receipt } from '../core/receipt';
import { database } from './database';
import { cost } from './turn-schema';

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
  /** What turns from a time on (ms since 1970) have cost, by their ids. */
  spentSince(from: number): Promise<readonly (readonly [string, Expense])[]>;
}

const spent = v.object({ id: v.string(), at: v.number(), receipt: v.object({ cost }) });

/** The ledger in IndexedDB. The runner is its one writer. */
export const ledger: Ledger = {
  async write(line) {
    const db = await database();
    if ((await db.getKey('ledger', line.id)) === undefined) await db.add('ledger', line);
  },
  async spentSince(from) {
    const db = await database();
    const stored = await db.getAllFromIndex('ledger', 'at', IDBKeyRange.lowerBound(from));
    return stored.flatMap((line) => {
      const parsed = v.safeParse(spent, line);
      if (!parsed.success) return [];
      const { id, at, receipt } = parsed.output;
      return [[id, { at, atMost: atMostOf(receipt.cost) }] as const];
    });
  },
};
