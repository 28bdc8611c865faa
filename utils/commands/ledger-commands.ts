import type { Orders } from './staff';

/** What views ask of the ledger. */
export const ledgerCommands: Orders<'delete-lines' | 'undo-lines'> = {
  'delete-lines': ({ unwanted }, { ledgerBin, runner }) =>
    ledgerBin.delete(unwanted).finally(runner.budget.forget),
  'undo-lines': ({ deletion }, { ledgerBin, runner }) =>
    ledgerBin.undo(deletion).finally(runner.budget.forget),
};
