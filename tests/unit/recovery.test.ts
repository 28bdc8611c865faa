import { expect, test } from 'vitest';
import type { Run } from '../../utils/core/run';
import { recover } from '../../utils/recovery';
import { memoryJournal } from '../../utils/store/runs';
import { receipt, run, source, turn } from '../gallery/data/runs';
import { nothingSpent } from './support';

const streaming = run(source('text', 'title'), {
  turns: [turn({ kind: 'streaming' }, { id: 'one', text: 'Half of', receipt: receipt() })],
});

test('what the dead background left live is in the ledger before the journal says that it has ended', async () => {
  const done: string[] = [];
  const journal = {
    ...memoryJournal(),
    live: async () => [streaming],
    put: async ({ turns }: Run) => void done.push(`journal: ${turns[0]?.state.kind}`),
  };
  const ledger = {
    write: async ({ id }: { readonly id: string }) => void done.push(`ledger: ${id}`),
    spentFrom: nothingSpent,
  };
  const [ended] = await recover(journal, ledger, memoryJournal());
  expect(ended?.turns[0]).toMatchObject({
    text: 'Half of',
    state: { kind: 'interrupted', cause: 'background' },
  });
  expect(done).toEqual(['ledger: one', 'journal: interrupted']);
});

test('a journal that cannot be read leaves nothing to recover, and is no reason to fail', async () => {
  const journal = { ...memoryJournal(), live: () => Promise.reject(new Error('damaged')) };
  const ledger = { write: async () => {}, spentFrom: nothingSpent };
  expect(await recover(journal, ledger, memoryJournal())).toEqual([]);
});
