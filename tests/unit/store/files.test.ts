import { describe, expect, test, vi } from 'vitest';
import { freshStorage } from '../fresh-storage';
import { freshStores, image, runWith } from './stored-run';

freshStorage();

describe('a file', () => {
  const files = async (now = 1) => {
    return (await import('../../../utils/store/files')).createFiles(
      async (data) => `hash of ${data}`,
      () => now,
    );
  };

  test('is found by its id, by another background too', async () => {
    await freshStores();
    expect(await (await files()).keep('aGk=', false)).toBe('hash of aGk=');
    expect(await (await files()).get('hash of aGk=')).toBe('aGk=');
    expect(await (await files()).get('hash of another')).toBeNull();
  });

  test('is there once, however often it is looked at, and is as new as the last look', async () => {
    const { database } = await freshStores();
    await (await files(1)).keep('aGk=', false);
    const again = await files(5);
    await again.keep('aGk=', false);
    await again.deleteStrays(4);
    expect(await (await database()).getAllKeys('files')).toEqual(['hash of aGk=']);
  });

  test('of a private window lives in memory only', async () => {
    const { database } = await freshStores();
    const here = await files();
    await here.keep('aGk=', true);
    expect(await here.get('hash of aGk=')).toBe('aGk=');
    expect(await (await database()).count('files')).toBe(0);
  });

  test('in memory gives way to newer ones when there is too much, the newest never', async () => {
    const { createFiles } = await import('../../../utils/store/files');
    const small = createFiles(
      async (data) => data,
      () => 1,
      10,
    );
    for (const data of ['one45', 'two45', 'one45', 'three']) await small.keep(data, true);
    const there = async (...all: string[]) =>
      (await Promise.all(all.map(small.get))).map((data) => data !== null);
    expect(await there('one45', 'two45', 'three')).toEqual([true, false, true]);
    await small.keep('larger than all of it', true);
    expect(await there('one45', 'three', 'larger than all of it')).toEqual([false, false, true]);
  });

  test('that the disk does not take is sent all the same', async () => {
    const { database } = await freshStores();
    const put = vi.spyOn(await database(), 'put').mockRejectedValueOnce(new Error('full'));
    const here = await files();
    expect(await here.get(await here.keep('aGk=', false))).toBe('aGk=');
    expect(put).toHaveBeenCalledOnce();
  });

  test('goes with the last run that is on it', async () => {
    const { journal, database } = await freshStores();
    await (await files()).keep('aGk=', false);
    await journal.put(
      runWith({ id: 'one', createdAt: 1, turns: [], source: image('hash of aGk=') }),
    );
    await journal.put(
      runWith({ id: 'two', createdAt: 2, turns: [], source: image('hash of aGk=') }),
    );
    await journal.deleteBefore(2);
    expect(await (await database()).count('files')).toBe(1);
    await journal.deleteBefore(3);
    expect(await (await database()).count('files')).toBe(0);
  });

  test('that no run is on is deleted after a time', async () => {
    const { journal, database } = await freshStores();
    const early = await files(1);
    await early.keep('one', false);
    await early.keep('two', false);
    await journal.put(runWith({ source: image('hash of two') }));
    await early.deleteStrays(1);
    expect(await (await database()).getAllKeys('files')).toEqual(['hash of one', 'hash of two']);
    await early.deleteStrays(2);
    expect(await (await database()).getAllKeys('files')).toEqual(['hash of two']);
  });
});
