import type { Line } from '../core/ledger/ledger-line';
import type { Orders } from './staff';

/** What views ask of the ledger. */
export const ledgerCommands: Orders<'delete-lines' | 'undo-lines'> = {
  'delete-lines': async ({ unwanted }, { ledgerBin, runner }) => {
    let gone: readonly Line[] = [];
    try {
      const { deletion, lines } = await ledgerBin.delete(unwanted);
      gone = lines;
      return { deletion, lines: lines.length };
    } finally {
      runner.budget.forget(gone.map(({ id }) => id));
    }
  },
  'undo-lines': ({ deletion }, { ledgerBin, runner }) =>
    ledgerBin.undo(deletion).finally(() => runner.budget.forget([])),
};
