import type { Line } from '../core/ledger/ledger-line';
import type { Unwanted } from '../core/ledger/ledger-query';
import type { WholeLedger } from '../store/ledger';
import { undoable } from './bin';

/** Where lines of the ledger are deleted. */
export interface LedgerBin {
  delete(
    unwanted: Unwanted,
  ): Promise<{ readonly deletion: number; readonly lines: readonly Line[] }>;
  /** Puts lines back; false: it is too late. */
  undo(deletion: number): Promise<boolean>;
}

export function createLedgerBin(ledger: Pick<WholeLedger, 'take' | 'putBack'>): LedgerBin {
  const binned = new Map<number, readonly Line[]>();
  let last = 0;
  return {
    async delete(unwanted) {
      const lines = await ledger.take(unwanted.kind === 'line' ? unwanted.id : unwanted.query);
      last += 1;
      const deletion = last;
      binned.set(deletion, lines);
      setTimeout(() => binned.delete(deletion), undoable);
      return { deletion, lines };
    },
    async undo(deletion) {
      const lines = binned.get(deletion);
      if (!lines) return false;
      await ledger.putBack(lines);
      binned.delete(deletion);
      return true;
    },
  };
}
