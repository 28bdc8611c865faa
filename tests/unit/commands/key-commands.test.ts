import { describe, expect, test, vi } from 'vitest';
import { defaultModel } from '../../../utils/core/model';
import type { Settings } from '../../../utils/store/settings';
import { freshStorage } from '../fresh-storage';
import { endpointWith } from '../support';
import {
  anthropicKey,
  anthropicOrigin,
  changing,
  failing,
  freshWorld,
  gateway,
  own,
  stores,
} from './world';

freshStorage();

describe('a key', () => {
  const save = {
    kind: 'save-key',
    endpointId: 'own',
    origin: gateway,
    key: 'gw-1',
    keep: 'device',
  } as const;

  test('is tested at its own endpoint, kept for its origin, and its models with it', async () => {
    const world = await freshWorld();
    await world.obey(changing({ endpoints: [own] }));
    expect(await world.obey(save)).toEqual({ ok: true, models: 1 });
    expect(world.opened).toEqual([own]);
    const { readKey, readModels } = await stores();
    expect(await readKey(gateway)).toBe('gw-1');
    expect(await readKey(anthropicOrigin)).toBeNull();
    expect(await readModels()).toEqual({ own: [defaultModel] });
  });

  test('of an endpoint that lists no models is kept as well', async () => {
    const world = await freshWorld();
    await world.obey(changing({ endpoints: [own] }));
    world.lists = async () => null;
    expect(await world.obey(save)).toEqual({ ok: true, models: null });
    expect(await world.obey({ kind: 'key-status', endpointId: 'own' })).toMatchObject({
      kind: 'saved',
    });
  });

  test('that is refused is not kept, and one that could not be tested is', async () => {
    const world = await freshWorld();
    await world.obey(changing({ endpoints: [own] }));
    world.lists = await failing({ kind: 'key-refused' });
    expect(await world.obey(save)).toMatchObject({ ok: false, saved: false });
    const { readKey } = await stores();
    expect(await readKey(gateway)).toBeNull();
    world.lists = await failing({ kind: 'offline' });
    expect(await world.obey(save)).toMatchObject({ saved: true, problem: { kind: 'offline' } });
    expect(await readKey(gateway)).toBe('gw-1');
  });

  test.each(['https://old.example.org', `${gateway}:8443`, anthropicOrigin, ''])(
    'that was pasted for %j is neither sent to the endpoint’s new address nor kept for it',
    async (origin) => {
      const world = await freshWorld();
      await world.obey(changing({ endpoints: [own] }));
      const lists = vi.fn(world.lists);
      world.lists = lists;
      expect(await world.obey({ ...save, origin })).toMatchObject({ ok: false, saved: false });
      expect(lists).not.toHaveBeenCalled();
      const { readKey } = await stores();
      for (const each of [gateway, origin]) expect(await readKey(each)).toBeNull();
    },
  );

  test.each<[string, Partial<Settings>]>([
    ['removed', { endpoints: [] }],
    [
      'given another address',
      { endpoints: [endpointWith({ baseUrl: 'https://new.example.org' })] },
    ],
  ])('whose endpoint is %s during its test is forgotten', async (_, change) => {
    const world = await freshWorld();
    await world.obey(changing({ endpoints: [own] }));
    world.lists = async () => {
      await world.obey(changing(change));
      return null;
    };
    await world.obey(save);
    const { readKey, keyStatus } = await stores();
    expect(await readKey(gateway)).toBeNull();
    expect(await keyStatus(gateway)).toEqual({ kind: 'none' });
  });

  test.each(['with space', 'line\nbreak', 'schlüssel', '\u200bgw-1'])(
    'that cannot travel in a header is neither sent nor kept: %j',
    async (key) => {
      const world = await freshWorld();
      await world.obey(changing({ endpoints: [own] }));
      const lists = vi.fn(world.lists);
      world.lists = lists;
      expect(await world.obey({ ...save, key })).toMatchObject({
        saved: false,
        problem: { kind: 'key-refused' },
      });
      expect(lists).not.toHaveBeenCalled();
    },
  );

  test.each(['gone', 'device'])(
    'of an endpoint that is not in the list (%s) is neither sent to another nor kept for it',
    async (endpointId) => {
      const world = await freshWorld();
      expect(await world.obey({ ...save, endpointId })).toMatchObject({ ok: false, saved: false });
      await world.obey({ ...save, ...anthropicKey });
      world.opened.length = 0;
      expect(await world.obey({ kind: 'test-key', endpointId })).toMatchObject({ ok: false });
      expect(await world.obey({ kind: 'key-status', endpointId })).toEqual({ kind: 'none' });
      await world.obey({ kind: 'forget-key', endpointId });
      expect(world.opened).toEqual([]);
      const { readKey } = await stores();
      expect(await readKey(anthropicOrigin)).toBe('sk-ant-1');
    },
  );

  test('is tested for an endpoint that is still being stored', async () => {
    const world = await freshWorld();
    const none = endpointWith({ id: 'none', auth: 'none', baseUrl: 'http://localhost:11434' });
    const stored = world.obey(changing({ endpoints: [none] }));
    expect(await world.obey({ kind: 'test-key', endpointId: 'none' })).toMatchObject({ ok: true });
    await stored;
  });

  test('is tested again with what is kept for the endpoint, or without where none is wanted', async () => {
    const world = await freshWorld();
    const none = endpointWith({ id: 'none', auth: 'none', baseUrl: 'http://localhost:11434' });
    await world.obey(changing({ endpoints: [own, none] }));
    const keys: unknown[] = [];
    world.lists = async (key) => {
      keys.push(key);
      return null;
    };
    await world.obey(save);
    await world.obey({ kind: 'test-key', endpointId: 'own' });
    await world.obey({ kind: 'test-key', endpointId: 'none' });
    expect(keys).toEqual(['gw-1', 'gw-1', null]);
    expect(await world.obey({ kind: 'test-key', endpointId: 'anthropic' })).toMatchObject({
      problem: { kind: 'no-key' },
    });
    expect(keys).toHaveLength(3);
  });

  test('is forgotten for its own origin alone', async () => {
    const world = await freshWorld();
    await world.obey(changing({ endpoints: [own] }));
    await world.obey(save);
    await world.obey({ ...save, ...anthropicKey });
    await world.obey({ kind: 'forget-key', endpointId: 'own' });
    const { readKey } = await stores();
    expect(await readKey(gateway)).toBeNull();
    expect(await readKey(anthropicOrigin)).toBe('sk-ant-1');
  });
});
