import type { Start } from '../../../utils/runs/start';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Capture } from '../../../utils/capture/capture';
import type { Staff } from '../../../utils/commands/staff';
import { createWishes } from '../../../utils/commands/wishes';
import { actionOf } from '../../../utils/core/actions/own-action';
import { writeBackup } from '../../../utils/core/backup';
import { anthropicEndpoint, type EndpointConfig } from '../../../utils/core/endpoint';
import { defaultModel } from '../../../utils/core/model';
import { usualLimits } from '../../../utils/core/money/budget';
import type { Problem } from '../../../utils/core/problem';
import type { Run } from '../../../utils/core/runs/run';
import type { Aim } from '../../../utils/core/source/source';
import type { Endpoint } from '../../../utils/endpoints/endpoint';
import type { Command, Replies } from '../../../utils/messages/messages';
import type { Runner } from '../../../utils/runs/runner';
import type { Errand } from '../../../utils/store/errand';
import { defaultSettings, type Settings } from '../../../utils/store/settings';
import { ownAction } from '../../gallery/data/own-actions';
import { run as runWith, turn } from '../../gallery/data/runs';
import {
  endpointWith,
  noCounts,
  noFiles,
  noHosts,
  noLedgerBin,
  noParsers,
  noPictures,
  sourceWith,
  unstopped,
} from '../support';

const own = endpointWith();
const gateway = 'https://gateway.example.org';
const anthropicOrigin = 'https://api.anthropic.com';
const anthropicKey = { endpointId: 'anthropic', origin: anthropicOrigin, key: 'sk-ant-1' } as const;
const gatewayKey = { endpointId: 'own', origin: gateway, key: 'gw-1' } as const;
const source = sourceWith();
const nothing = { atMost: 0, unpriced: 0 };
const budgetState = { limits: usualLimits, spent: { day: nothing, month: nothing }, reserved: 0 };
const captured: Capture = { kind: 'source', source };

interface World {
  /** What the listing of models does. */
  lists: Endpoint['listModels'];
  /** Endpoints that were asked. */
  readonly opened: EndpointConfig[];
  readonly begun: Start[];
  readonly asked: unknown[];
  /** Origins whose host was given back. */
  readonly released: string[];
  /** How often old answers were tidied up. */
  tidied: number;
  obey<K extends Command['kind']>(command: Extract<Command, { kind: K }>): Promise<Replies[K]>;
}

async function freshWorld(change: Partial<Staff> = {}, asked: Partial<Run> = {}): Promise<World> {
  vi.resetModules();
  const { obey } = await import('../../../utils/commands/obey');
  const { readChoices } = await import('../../../utils/runs/read-choices');
  const { findAccess } = await import('../../../utils/access');
  const world: World = {
    lists: async () => [defaultModel],
    opened: [],
    begun: [],
    asked: [],
    released: [],
    tidied: 0,
    obey: (command) => obey(command, staff) as never,
  };
  const note =
    (what: string) =>
    async (...args: unknown[]) =>
      void world.asked.push([what, ...args]);
  const runner: Runner = {
    begin: (start) => void world.begun.push(start),
    find: async (runId) => (runId === 'gone' ? null : runWith(source, { id: runId, ...asked })),
    confirm: note('confirm'),
    replace: note('replace'),
    choosePages: note('choosePages'),
    ask: async (question) => {
      world.asked.push(['ask', question]);
      return question.runId !== 'gone';
    },
    withdraw: note('withdraw'),
    stop: (runId) => void world.asked.push(['stop', runId]),
    stopWaiting: () => void world.asked.push(['stopWaiting']),
    seen: note('seen'),
    watch: async () => {},
    unwatch() {},
    isWatched: () => false,
    forget() {},
    bin: {
      delete: async (runId) => runId !== 'live',
      undo: async (runId) => runId === 'binned',
      deleteAll: note('delete all'),
    },
    budget: { state: async () => budgetState, forget: () => {} },
  };
  const staff: Staff = {
    runner,
    ledgerBin: noLedgerBin,
    means: {
      open(config) {
        world.opened.push(config);
        return { async *stream() {}, listModels: (...args) => world.lists(...args) };
      },
      choices: (endpointId) => readChoices(endpointId, 'en'),
      findAccess,
      time: { now: () => Date.UTC(2026, 10, 22), ticks: () => 0, random: () => 0 },
      counts: noCounts,
    },
    files: noFiles,
    capture: async () => captured,
    pictures: noPictures,
    captureAim: async () => captured,
    hosts: noHosts,
    wishes: createWishes(),
    parsers: noParsers,
    showTab: async () => {},
    showPassage: async (...shown) => {
      world.asked.push(['show', ...shown]);
      return 'shown';
    },
    putText: async (writing) => {
      world.asked.push(['put', writing]);
      return 'written';
    },
    isPrivate: async () => false,
    detectLanguage: async () => null,
    release: async (origin) => void world.released.push(origin),
    tidy() {
      world.tidied += 1;
    },
    ...change,
  };
  return world;
}

/** A listing that fails as an endpoint's does. */
async function failing(problem: Problem): Promise<Endpoint['listModels']> {
  const { Failure } = await import('../../../utils/core/problem');
  return () => Promise.reject(new Failure(problem));
}

async function stores() {
  const vault = await import('../../../utils/store/vault');
  const settings = await import('../../../utils/store/settings');
  const models = await import('../../../utils/store/models');
  return { ...vault, ...settings, ...models };
}

const changing = (change: Partial<Settings>) => ({ kind: 'change-settings', change }) as const;

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

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

describe('a backup', () => {
  const other = endpointWith({ id: 'other', baseUrl: 'https://other.example.org' });
  const wanted: Settings = {
    ...defaultSettings,
    endpoints: [anthropicEndpoint, other],
    endpoint: 'other',
    theme: 'dark',
  };
  const text = writeBackup(wanted, [], 0);

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
});

describe('a preview', () => {
  const preview = { kind: 'preview', tabId: 1, wants: 'selection-or-page' } as const;

  test('without a key tells what the device would do, and what a model would take', async () => {
    const shown = await (await freshWorld()).obey(preview);
    expect(shown).toMatchObject({
      hasKey: false,
      source,
      estimates: {
        summarize: { endpointId: 'device', cost: { low: 0, high: 0 } },
        explain: { endpointId: 'anthropic', model: defaultModel.id },
        translate: { endpointId: 'anthropic' },
      },
    });
  });

  test('with a key tells what the chosen endpoint would take', async () => {
    const world = await freshWorld();
    await world.obey(changing({ endpoints: [own], endpoint: 'own' }));
    await world.obey({ kind: 'save-key', ...gatewayKey, keep: 'session' });
    expect(await world.obey(preview)).toMatchObject({
      hasKey: true,
      estimates: { summarize: { endpointId: 'own', model: 'own-model', cost: null } },
    });
  });

  test('of what cannot be read is its problem', async () => {
    const problem = { kind: 'problem', problem: { kind: 'needs-gesture' } } as const;
    const world = await freshWorld({ capture: async () => problem });
    expect(await world.obey(preview)).toEqual(problem);
  });
});

test('a pasted text is previewed without a look at the page', async () => {
  const capture = vi.fn(async () => captured);
  const world = await freshWorld({ capture });
  const shown = await world.obey({ kind: 'preview-pasted', tabId: 1, text: ' Mine. \n' });
  expect(shown).toMatchObject({
    kind: 'source',
    source: { kind: 'pasted', text: ' Mine.' },
    estimates: { explain: { endpointId: 'anthropic' } },
  });
  expect(capture).not.toHaveBeenCalled();
});

describe('a preview in a private window', () => {
  const preview = { kind: 'preview', tabId: 1, wants: 'selection-or-page' } as const;

  async function privateWorld(privateWindows: Settings['privateWindows']) {
    const capture = vi.fn(async () => captured);
    const world = await freshWorld({ capture, isPrivate: async () => true });
    await world.obey(changing({ privateWindows }));
    return { world, capture };
  }

  test('reads nothing where the user wants nothing of Gloss there', async () => {
    const { world, capture } = await privateWorld('off');
    expect(await world.obey(preview)).toEqual({
      kind: 'problem',
      problem: { kind: 'private-window-off' },
    });
    expect(capture).not.toHaveBeenCalled();
  });

  test('is shown where the user does, and says where it is', async () => {
    const { world } = await privateWorld('memory');
    expect(await world.obey(preview)).toMatchObject({ kind: 'source', source, isPrivate: true });
  });

  test('is not concerned by the rule when the window is none', async () => {
    const world = await freshWorld();
    await world.obey(changing({ privateWindows: 'off' }));
    expect(await world.obey(preview)).toMatchObject({ kind: 'source', source });
  });
});

describe('what begins a run', () => {
  const start = {
    kind: 'start',
    tabId: 4,
    actionId: 'explain',
    controls: { length: 'line' },
    question: '',
    source,
    shielded: true,
    endpointId: 'own',
  } as const;

  test('sends exactly the source that was shown, to the endpoint that was asked for', async () => {
    const world = await freshWorld({ isPrivate: async () => true });
    await world.obey(start);
    const [begun] = world.begun;
    expect(begun).toMatchObject({
      tabId: 4,
      action: { id: 'explain' },
      controls: { length: 'line' },
      endpointId: 'own',
      private: true,
      saved: true,
    });
    expect(await begun?.capture(unstopped)).toEqual({ kind: 'source', source, shielded: true });
  });

  test('reads the page when that is asked for, and goes where the user usually asks', async () => {
    const captureAim = vi.fn(async () => captured);
    const world = await freshWorld({ captureAim });
    await world.obey({ kind: 'start-on-page', tabId: 4, actionId: 'summarize' });
    expect(world.begun[0]).toMatchObject({ endpointId: null, private: false });
    await world.begun[0]?.capture(unstopped);
    expect(captureAim).toHaveBeenCalledExactlyOnceWith(
      { kind: 'tab', wants: 'page' },
      4,
      unstopped,
    );
  });

  test('reads the page for what was asked of a frame that cannot be read, be it the user’s own words', async () => {
    const action = actionOf(ownAction());
    const asked = {
      action,
      question: 'Why?',
      given: { date: '2026-11-26', answers: ['yes'], address: false },
    };
    const world = await freshWorld({}, asked);
    await world.obey({ kind: 'start-on-page', tabId: 4, actionId: action.id, runId: 'r' });
    expect(world.begun[0]).toMatchObject({ ...asked, aim: { kind: 'tab', wants: 'page' } });
  });

  test.each(['', '  \n'])('asks no question that says nothing: %j', async (question) => {
    const world = await freshWorld();
    await world.obey({ ...start, actionId: 'ask', question });
    await world.obey({ kind: 'start-on-page', tabId: 4, actionId: 'ask' });
    expect(world.begun).toEqual([]);
    await world.obey({ ...start, actionId: 'ask', question: 'Why?' });
    expect(world.begun[0]).toMatchObject({ action: { id: 'ask' }, question: 'Why?' });
  });

  test('again is a new run on the same source, unsaved if that is wanted', async () => {
    const world = await freshWorld();
    expect(await world.obey({ kind: 'try-again', runId: 'r', tabId: 4, unsaved: true })).toBe(true);
    expect(world.begun).toHaveLength(1);
    expect(world.begun[0]).toMatchObject({ action: { id: 'summarize' }, saved: false });
    expect(await world.begun[0]?.capture(unstopped)).toEqual({ kind: 'source', source });
  });

  const gone = { kind: 'failed', problem: { kind: 'endpoint-gone' } } as const;
  const again = { kind: 'try-again', runId: 'r', tabId: 4, unsaved: false } as const;

  test('again goes to where it went before, and only where that is gone to the usual endpoint', async () => {
    const pinned = { endpointId: 'own', model: 'own-model' };
    const there = await freshWorld({}, pinned);
    await there.obey(again);
    expect(there.begun[0]).toMatchObject(pinned);
    const elsewhere = await freshWorld({}, { ...pinned, state: gone });
    expect(await elsewhere.obey(again)).toBe(true);
    expect(elsewhere.begun).toMatchObject([{ action: { id: 'summarize' }, endpointId: null }]);
    expect(elsewhere.begun[0]?.model).toBeUndefined();
  });

  test('what fits goes where all of it was to go, also where that is gone: it is told there', async () => {
    const tooLarge = { kind: 'too-large', tokens: 90_000, limit: 50_000 } as const;
    const state = { kind: 'failed', problem: tooLarge } as const;
    const world = await freshWorld({}, { endpointId: 'gone', model: 'own-model', state });
    await world.obey({ kind: 'try-fitting', runId: 'r', tabId: 4, model: 'larger-model' });
    expect(world.begun).toMatchObject([{ endpointId: 'gone', model: 'larger-model' }]);
  });

  test('again of a question to an endpoint that is gone is a run about the same text', async () => {
    const turns = [turn({ kind: 'done' }), turn(gone, { question: 'How thick was it?' })];
    const world = await freshWorld({}, { endpointId: 'own', turns });
    expect(await world.obey(again)).toBe(true);
    const question = 'How thick was it?';
    expect(world.begun).toMatchObject([{ action: { id: 'ask' }, question, endpointId: null }]);
    expect(await world.begun[0]?.capture(unstopped)).toEqual({ kind: 'source', source });
  });

  test.each<Command>([
    { kind: 'try-again', runId: 'gone', tabId: 4, unsaved: false },
    { kind: 'try-fitting', runId: 'gone', tabId: 4, model: null },
    { kind: 'take-cheaper', runId: 'gone', tabId: 4, way: { kind: 'part' } },
    { kind: 'start-on-page', runId: 'gone', tabId: 4, actionId: 'own-1' },
  ])('of a run that is gone nothing is begun, and that is said: $kind', async (command) => {
    const world = await freshWorld();
    expect(await world.obey(command)).toBe(false);
    expect(world.begun).toEqual([]);
  });

  test('what is asked of a run that is there is passed on', async () => {
    const world = await freshWorld();
    await world.obey({ kind: 'confirm', runId: 'r' });
    await world.obey({ kind: 'stop', runId: 'r' });
    await world.obey({ kind: 'seen', runId: 'r', tabId: 4, aside: true });
    expect(world.asked).toEqual([
      ['confirm', 'r'],
      ['stop', 'r'],
      ['seen', 'r', 4, true],
    ]);
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

describe('a site that may be reached now', () => {
  const errand = { runId: 'r', tabId: 7, origin: 'https://news.example.org', at: 0 };

  function lending(...errands: Errand[]) {
    const loan = { origin: errand.origin, granted: Promise.resolve(true), giveBack: vi.fn() };
    const takeErrand = async () => errands.shift() ?? null;
    return { loan, hosts: { ...noHosts, borrow: () => loan, takeErrand } };
  }

  test('is read for the run that had waited for it, and the answer shown; told twice, it is done once', async () => {
    const showTab = vi.fn(async () => {});
    const { hosts } = lending(errand);
    const { obey, begun } = await freshWorld({ showTab, hosts }, { source: null });
    expect(await obey({ kind: 'try-allowed' })).toBe(true);
    expect(await obey({ kind: 'try-allowed' })).toBe(true);
    expect(begun).toHaveLength(1);
    expect(showTab).toHaveBeenCalledExactlyOnceWith(7);
  });

  test('is read at the address to which the run’s link has led', async () => {
    const address = 'https://news.example.org/winter';
    const captureAim = vi.fn(async () => captured);
    const { hosts } = lending({ ...errand, address });
    const aim: Aim = { kind: 'link', address: 'https://short.example/w' };
    const { obey, begun } = await freshWorld({ captureAim, hosts }, { source: null, aim });
    await obey({ kind: 'try-allowed' });
    await begun[0]?.capture(unstopped);
    expect(begun[0]?.aim).toEqual({ kind: 'link', address });
    expect(captureAim).toHaveBeenCalledExactlyOnceWith({ kind: 'link', address }, 7, unstopped);
  });

  test('and was waited for by its endpoint: the run is asked again, and nothing is captured or given back', async () => {
    const { hosts } = lending(errand);
    const { obey, begun } = await freshWorld({
      hosts: { ...noHosts, takeErrand: hosts.takeErrand },
    });
    expect(await obey({ kind: 'try-allowed' })).toBe(true);
    expect(await begun[0]?.capture(unstopped)).toMatchObject({ kind: 'source' });
  });

  test('is given back where the run is gone', async () => {
    const { loan, hosts } = lending({ ...errand, runId: 'gone' });
    const { obey, begun } = await freshWorld({ hosts });
    expect(await obey({ kind: 'try-allowed' })).toBe(false);
    expect(begun).toEqual([]);
    expect(loan.giveBack).toHaveBeenCalledOnce();
  });
});
