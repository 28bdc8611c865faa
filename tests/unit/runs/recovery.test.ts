import { expect, test } from 'vitest';
import type { Run } from '../../../utils/core/runs/run';
import { recover } from '../../../utils/runs/recovery';
import { type Journal, memoryJournal } from '../../../utils/store/runs';
import { receipt, run, source, turn } from '../../gallery/data/runs';
import { nothingSpent } from '../support';

const streaming = run(source('text', 'title'), {
  turns: [turn({ kind: 'streaming' }, { id: 'one', text: 'Half of', receipt: receipt() })],
});

/** A journal with what was live when it was last written. */
const leaving = (left: Run): Journal => ({
  ...memoryJournal(),
  live: async () => [left],
  get: async () => left,
});
const ledger = { write: async () => {}, spentFrom: nothingSpent };
const none = { has: () => false };

test('what the dead background left live is in the ledger before the journal says that it has ended', async () => {
  const done: string[] = [];
  const journal = {
    ...leaving(streaming),
    replace: async ({ turns }: Run) => void done.push(`journal: ${turns[0]?.state.kind}`),
  };
  const noting = {
    ...ledger,
    write: async ({ id }: { readonly id: string }) => void done.push(`ledger: ${id}`),
  };
  const [ended] = await recover({
    journal,
    ledger: noting,
    volatile: memoryJournal(),
    lives: none,
  });
  expect(ended?.turns[0]).toMatchObject({
    text: 'Half of',
    state: { kind: 'interrupted', cause: 'background' },
  });
  expect(done).toEqual(['ledger: one', 'journal: interrupted']);
});

test('what is under way here, waits here for room, or has ended meanwhile was not left by another background', async () => {
  const journal = leaving(streaming);
  const volatile = memoryJournal();
  expect(await recover({ journal, ledger, volatile, lives: { has: () => true } })).toEqual([]);
  await volatile.put({ ...streaming, saved: false });
  expect(await recover({ journal, ledger, volatile, lives: none })).toEqual([]);
  await volatile.delete(streaming.id);
  const ended = { ...streaming, turns: [turn({ kind: 'done' })] };
  const later = { ...journal, get: async () => ended };
  expect(await recover({ journal: later, ledger, volatile, lives: none })).toEqual([]);
  expect(await recover({ journal, ledger, volatile, lives: none })).toHaveLength(1);
});
