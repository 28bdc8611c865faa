import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Run } from '../../../utils/core/runs/run';
import { run, source } from '../../gallery/data/runs';
import { instructionFor } from '../support';

async function freshStores() {
  vi.resetModules();
  const { journal } = await import('../../../utils/store/runs');
  const { lastQuestions } = await import('../../../utils/store/questions');
  const { database } = await import('../../../utils/store/database');
  return { journal, lastQuestions, database };
}

const asked = (question: string, createdAt: number): Run =>
  run(source('Text', 'Title'), {
    ...instructionFor('ask', {}, question),
    id: `${createdAt}`,
    createdAt,
  });

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the last questions', () => {
  test('are those of the runs, newest first, each once', async () => {
    const { journal, lastQuestions } = await freshStores();
    await journal.put(asked('Why?', 1));
    await journal.put(asked('Who?', 2));
    await journal.put(run(source('Text', 'Title'), { id: 'summary', createdAt: 3 }));
    await journal.put(asked('Why?', 4));
    expect(await lastQuestions()).toEqual(['Why?', 'Who?']);
  });

  test('are at most fifty', async () => {
    const { journal, lastQuestions } = await freshStores();
    for (let at = 0; at < 60; at += 1) await journal.put(asked(`Question ${at}?`, at));
    const found = await lastQuestions();
    expect(found).toHaveLength(50);
    expect(found[0]).toBe('Question 59?');
  });

  test('go with their runs, and pass over a record that cannot be read', async () => {
    const { journal, lastQuestions, database } = await freshStores();
    await journal.put(asked('Old?', 1));
    await journal.put(asked('New?', 5));
    await (await database()).put('runs', {
      id: 'bad',
      createdAt: 9,
      live: 0,
      run: { question: 7 },
    });
    await journal.deleteBefore(3);
    expect(await lastQuestions()).toEqual(['New?']);
  });
});
