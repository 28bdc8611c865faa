import { describe, expect, test } from 'vitest';
import type { Turn, TurnState } from '../../../utils/core/runs/turn';
import { freshStorage } from '../fresh-storage';
import { freshStores, runWith, turn } from './stored-run';

freshStorage();

describe('old runs', () => {
  test('are deleted, those of the very moment and later are kept', async () => {
    const { journal, database } = await freshStores();
    for (const createdAt of [1, 2, 3, 4])
      await journal.put(runWith({ id: `r${createdAt}`, createdAt, turns: [] }));
    await journal.deleteBefore(3);
    expect(await (await database()).getAllKeys('runs')).toEqual(['r3', 'r4']);
    expect(await (await database()).getAllKeys('sources')).toEqual(['r3', 'r4']);
    await journal.deleteBefore(0);
    expect(await (await database()).count('heads')).toBe(2);
  });

  test('are those that were last asked long ago: one that is under way, or was asked more since, is kept', async () => {
    const { journal, database } = await freshStores();
    const at = (time: number, state: TurnState = { kind: 'done' }): Turn => ({
      ...turn,
      ...{ state, queuedAt: time, sentAt: time },
    });
    await journal.put(runWith({ id: 'old', createdAt: 1, turns: [at(1), at(2)] }));
    await journal.put(runWith({ id: 'asked more', createdAt: 1, turns: [at(1), at(5)] }));
    await journal.put(
      runWith({ id: 'under way', createdAt: 1, turns: [at(1, { kind: 'streaming' })] }),
    );
    await journal.deleteBefore(5);
    expect(await (await database()).getAllKeys('runs')).toEqual(['asked more', 'under way']);
    expect(await (await database()).getAllKeys('sources')).toEqual(['asked more', 'under way']);
    await journal.deleteBefore(6);
    expect(await (await database()).getAllKeys('runs')).toEqual(['under way']);
  });

  test('are deleted in steps: a run that begins meanwhile waits for one of them', async () => {
    const { journal, database } = await freshStores();
    const db = await database();
    for (let createdAt = 0; createdAt < 130; createdAt += 1)
      await db.put('runs', { id: `old ${createdAt}`, createdAt, live: 0, v: 9, run: {} });
    const deleting = journal.deleteBefore(1_000);
    await db.count('runs');
    await journal.put(runWith({ id: 'new', createdAt: 1_000 }));
    expect(await db.count('runs')).toBeGreaterThan(1);
    await deleting;
    expect(await db.getAllKeys('runs')).toEqual(['new']);
  });

  test('are deleted although they cannot be read any more', async () => {
    const { journal, database } = await freshStores();
    await (await database()).put('runs', { id: 'bad', createdAt: 1, live: 0, v: 9, run: {} });
    await journal.deleteBefore(3);
    expect(await (await database()).getAllKeys('runs')).toEqual([]);
  });
});
