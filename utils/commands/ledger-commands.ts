import type { Orders } from './staff';

/** What views ask of the ledger. */
export const ledgerCommands: Orders<'delete-lines' | 'undo-lines'> = {
  'delete-lines': ({ unwanted }, { ledgerBin }) => ledgerBin.delete(unwanted),
  'undo-lines': ({ deletion }, { ledgerBin }) => ledgerBin.undo(deletion),
};
