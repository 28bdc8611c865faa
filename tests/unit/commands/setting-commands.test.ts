import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { writeBackup } from '../../../utils/core/backup';
import { anthropicEndpoint, type EndpointConfig } from '../../../utils/core/endpoint';
import { defaultModel } from '../../../utils/core/model';
import { defaultSettings, type Settings } from '../../../utils/store/settings';
import { ownAction } from '../../gallery/data/own-actions';
import { freshStorage } from '../fresh-storage';
import { endpointWith } from '../support';
import {
  anthropicKey,
  anthropicOrigin,
  changing,
  freshWorld,
  gateway,
  gatewayKey,
  own,
  stores,
} from './world';

freshStorage();

test('what is chosen for one action leaves what another view has chosen for others', async () => {
  const world = await freshWorld();
  await world.obey(changing({ controls: { summarize: { length: 'line' } } }));
  await world.obey(changing({ controls: { translate: { tone: 'formal' } } }));
  const { readSettings } = await stores();
  expect((await readSettings()).controls).toEqual({
    summarize: { length: 'line' },
    translate: { tone: 'formal' },
  });
});

describe('changed endpoints', () => {
  async function worldWithKeys() {
    const world = await freshWorld();
    const path = endpointWith({ id: 'path', baseUrl: `${gateway}/path` });
    await world.obey(changing({ endpoints: [own, path], endpoint: 'own' }));
    const key = { kind: 'save-key', keep: 'device' } as const;
    await world.obey({ ...key, ...gatewayKey });
    await world.obey({ ...key, ...anthropicKey });
    return { world, path, ...(await stores()) };
  }

  test('take the key along to no other address', async () => {
    const { world, readKey, keyStatus } = await worldWithKeys();
    const moved = endpointWith({ baseUrl: 'https://evil.example' });
    await world.obey(changing({ endpoints: [moved] }));
    expect(await readKey('https://evil.example')).toBeNull();
    expect(await readKey(gateway)).toBeNull();
    expect(await keyStatus(gateway)).toEqual({ kind: 'none' });
    await world.obey(changing({ endpoints: [own] }));
    expect(await readKey(gateway)).toBeNull();
  });

  test('keep the key of an origin that another endpoint still has', async () => {
    const { world, path, readKey } = await worldWithKeys();
    await world.obey(changing({ endpoints: [path] }));
    expect(await readKey(gateway)).toBe('gw-1');
  });

  test('never lose Anthropic’s key, which is always there', async () => {
    const { world, readKey } = await worldWithKeys();
    await world.obey(changing({ endpoints: [] }));
    expect(await readKey(anthropicOrigin)).toBe('sk-ant-1');
    expect(await readKey(gateway)).toBeNull();
  });

  test('leave keys alone when something else changes', async () => {
    const { world, readKey } = await worldWithKeys();
    await world.obey(changing({ theme: 'dark' }));
    expect(await readKey(gateway)).toBe('gw-1');
    expect([world.released, world.tidied]).toEqual([[], 0]);
  });

  test('take the lists of models of those that are removed along, also during their test', async () => {
    const { world, path, readModels } = await worldWithKeys();
    await world.obey({ kind: 'test-key', endpointId: 'path' });
    expect(Object.keys(await readModels())).toEqual(['own', 'anthropic', 'path']);
    await world.obey(changing({ endpoints: [path] }));
    expect(Object.keys(await readModels())).toEqual(['anthropic', 'path']);
    world.lists = async () => {
      await world.obey(changing({ endpoints: [] }));
      return [defaultModel];
    };
    await world.obey({ ...gatewayKey, kind: 'save-key', keep: 'device', endpointId: 'path' });
    expect(Object.keys(await readModels())).toEqual(['anthropic']);
  });

  const at = (baseUrl: string, id = 'other') => endpointWith({ id, baseUrl });

  test.each<[string, readonly EndpointConfig[], readonly string[]]>([
    ['with its endpoint', [], [gateway]],
    ['for another host', [at('https://other.example.org')], [gateway]],
    ['for the same host by another protocol', [at('http://gateway.example.org')], [gateway]],
    ['for a host that only begins alike', [at(`${gateway}.evil.test`)], [gateway]],
    ['not while another endpoint has it at another path', [at(`${gateway}/path`)], []],
    ['not while another endpoint has it at another port', [at(`${gateway}:8443`)], []],
  ])('give the leave to reach a host back: %s', async (_, endpoints, released) => {
    const world = await freshWorld();
    await world.obey(changing({ endpoints: [own] }));
    await world.obey(changing({ endpoints }));
    expect(world.released).toEqual(released);
  });

  test('at another port forget the key although the host stays', async () => {
    const { world, readKey } = await worldWithKeys();
    await world.obey(changing({ endpoints: [at(`${gateway}:8443`)] }));
    expect(await readKey(gateway)).toBeNull();
    expect(world.released).toEqual([]);
  });

  test('are changed although what they leave behind cannot be cleared away', async () => {
    const release = async () => {
      throw new Error('a host that cannot be given back');
    };
    const world = await freshWorld({ release });
    await world.obey(changing({ endpoints: [own] }));
    globalThis.indexedDB = {
      open() {
        throw new Error('no database');
      },
    } as unknown as IDBFactory;
    expect(await world.obey(changing({ endpoints: [] }))).toBeNull();
    const { readSettings } = await stores();
    expect((await readSettings()).endpoints).toEqual([anthropicEndpoint]);
    await world.obey(changing({ endpoints: [own] }));
    const text = writeBackup(defaultSettings, [], 0);
    expect(await world.obey({ kind: 'restore', text })).toEqual({ ok: true });
  });
});

describe('how long answers are kept', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  test.each([7, null])('is tidied up a moment after it has become %j', async (retentionDays) => {
    const world = await freshWorld();
    await world.obey(changing({ retentionDays }));
    vi.advanceTimersByTime(9_000);
    expect(world.tidied).toBe(0);
    vi.advanceTimersByTime(1_000);
    expect(world.tidied).toBe(1);
  });

  test('deletes nothing by a time that the arrow keys have passed on the way to another', async () => {
    const { readSettings } = await stores();
    const seen: Promise<Settings>[] = [];
    const world = await freshWorld({ tidy: () => void seen.push(readSettings()) });
    for (const retentionDays of [7, null, 365]) {
      await world.obey(changing({ retentionDays }));
      vi.advanceTimersByTime(2_000);
    }
    vi.advanceTimersByTime(10_000);
    expect(await Promise.all(seen)).toMatchObject([{ retentionDays: 365 }]);
  });
});

describe('two views that change what is kept for sites, in the same moment', () => {
  test('lose neither’s shield', async () => {
    const { obey } = await freshWorld();
    const raise = (site: string) => obey({ kind: 'shield-site', tabId: 1, site, up: true });
    await Promise.all([raise('one.example'), raise('two.example')]);
    const { readSettings } = await stores();
    expect((await readSettings()).shieldedSites).toEqual(['one.example', 'two.example']);
  });

  test('lower one that is up with or without www', async () => {
    const { obey } = await freshWorld();
    await obey({ kind: 'shield-site', tabId: 1, site: 'www.one.example', up: true });
    await obey({ kind: 'shield-site', tabId: 1, site: 'one.example', up: false });
    const { readSettings } = await stores();
    expect((await readSettings()).shieldedSites).toEqual([]);
  });

  test('keep nothing of a site in a private window', async () => {
    const { obey } = await freshWorld({ isPrivate: async () => true });
    const rule = { site: 'one.example', action: 'explain', language: null, model: null };
    await obey({ kind: 'shield-site', tabId: 1, site: 'one.example', up: true });
    await obey({ kind: 'rule-site', tabId: 1, rule });
    const { readSettings } = await stores();
    expect(await readSettings()).toMatchObject({ shieldedSites: [], siteRules: [] });
  });

  test('lose neither’s rule', async () => {
    const { obey } = await freshWorld();
    const rules = ['one.example', 'two.example'].map((site) => {
      return { site, action: 'explain', language: null, model: null };
    });
    await Promise.all(rules.map((rule) => obey({ kind: 'rule-site', tabId: 1, rule })));
    const { readSettings } = await stores();
    expect((await readSettings()).siteRules).toEqual(rules);
  });
});

describe('a backup', () => {
  const other = endpointWith({ id: 'other', baseUrl: 'https://other.example.org' });
  const wanted: Settings = {
    ...defaultSettings,
    endpoints: [anthropicEndpoint, other],
    endpoint: 'other',
    theme: 'dark',
  };
  const text = writeBackup(wanted, [], 0);
  const otherId = 'own:9f7b2c1e-0001-4000-8000-000000000000';

  test('is restored whole, and keys of origins that are gone with it are forgotten', async () => {
    const world = await freshWorld();
    await world.obey(changing({ endpoints: [own], answerLanguage: 'fr' }));
    await world.obey({ kind: 'save-key', ...gatewayKey, keep: 'device' });
    expect(await world.obey({ kind: 'restore', text })).toEqual({ ok: true });
    const { readSettings, readKey } = await stores();
    expect(await readSettings()).toEqual(wanted);
    expect(await readKey(gateway)).toBeNull();
  });

  test.each([
    'nonsense',
    text.replace('"dark"', '"pink"'),
    text.replace('"version": 2', '"version": 3'),
  ])('that is not good changes nothing: %#', async (bad) => {
    const world = await freshWorld();
    await world.obey(changing({ textSize: 'large' }));
    expect(await world.obey({ kind: 'restore', text: bad })).toMatchObject({ ok: false });
    const { readSettings } = await stores();
    expect(await readSettings()).toEqual({ ...defaultSettings, textSize: 'large' });
  });

  test('with more actions than there is room for beside those that are there says so, and changes nothing', async () => {
    const world = await freshWorld();
    const actions = (kind: number, count: number) =>
      Array.from({ length: count }, (_, index) =>
        ownAction({ id: `own:9f7b2c1e-000${kind}-4000-8000-${String(index).padStart(12, '0')}` }),
      );
    await world.obey({ kind: 'save-actions', actions: actions(1, 60) });
    const more = writeBackup(wanted, actions(2, 41), 0);
    expect(await world.obey({ kind: 'restore', text: more })).toEqual({
      ok: false,
      fault: { kind: 'too-many', limit: 100 },
    });
    const { readSettings } = await stores();
    expect(await readSettings()).toEqual(defaultSettings);
  });

  test('that cannot be stored says so', async () => {
    const world = await freshWorld();
    const { readSettings } = await stores();
    await readSettings();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('quota'));
    expect(await world.obey({ kind: 'restore', text })).toEqual({
      ok: false,
      fault: { kind: 'not-stored' },
    });
  });

  test('whose settings cannot be stored leaves the actions as they were, too', async () => {
    const world = await freshWorld();
    const there = ownAction({ title: 'As it was' });
    await world.obey({ kind: 'save-actions', actions: [there] });
    const others = [{ ...there, title: 'Of the backup' }, ownAction({ id: otherId })];
    vi.restoreAllMocks();
    const { set } = fakeBrowser.storage.local;
    vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation(async (items: object) => {
      if ('settings' in items) throw new Error('quota');
      await set(items);
    });
    const restored = await world.obey({ kind: 'restore', text: writeBackup(wanted, others, 0) });
    expect(restored).toEqual({ ok: false, fault: { kind: 'not-stored' } });
    const { readOwnActions } = await import('../../../utils/store/own-actions');
    expect(await readOwnActions()).toEqual([there]);
  });
});
