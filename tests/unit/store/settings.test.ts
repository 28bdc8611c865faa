import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { anthropicEndpoint } from '../../../utils/core/endpoint';
import { defaultModel } from '../../../utils/core/model';
import { defaultSettings } from '../../../utils/store/settings';
import { endpointWith } from '../support';

const own = endpointWith();

/** The store as a background that has just started sees it. */
async function freshSettings() {
  vi.resetModules();
  return import('../../../utils/store/settings');
}

async function freshModels() {
  vi.resetModules();
  return import('../../../utils/store/models');
}

async function readStored(settings: unknown) {
  await fakeBrowser.storage.local.set({ settings, settings$: { v: 2 } });
  return (await freshSettings()).readSettings();
}

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  test('begin with the defaults', async () => {
    expect(await (await freshSettings()).readSettings()).toEqual(defaultSettings);
  });

  test('change one at a time, in order, and are there at the next start', async () => {
    const { changeSettings } = await freshSettings();
    await Promise.all([
      changeSettings({ theme: 'dark' }),
      changeSettings({ answerLanguage: 'ar' }),
      changeSettings({ theme: 'light' }),
    ]);
    expect(await (await freshSettings()).readSettings()).toEqual({
      ...defaultSettings,
      theme: 'light',
      answerLanguage: 'ar',
    });
    const { changeSettings: changeLater, readSettings } = await freshSettings();
    await changeLater({ endpoints: [own], endpoint: 'own' });
    expect(await readSettings()).toMatchObject({ theme: 'light', endpoint: 'own' });
    expect(await (await freshSettings()).readSettings()).toMatchObject({ endpoint: 'own' });
  });

  test('tell whoever watches', async () => {
    const { changeSettings, watchSettings } = await freshSettings();
    const changed = vi.fn();
    const stop = watchSettings(changed);
    await changeSettings({ textSize: 'large' });
    expect(changed).toHaveBeenCalledExactlyOnceWith(
      { ...defaultSettings, textSize: 'large' },
      defaultSettings,
    );
    stop();
    await changeSettings({ textSize: 'small' });
    expect(changed).toHaveBeenCalledOnce();
  });

  test('fall back one by one where they are damaged', async () => {
    const good = {
      ...defaultSettings,
      endpoints: [anthropicEndpoint, own],
      endpoint: 'own',
      theme: 'dark',
      retentionDays: null,
    };
    expect(await readStored(good)).toEqual(good);
    const damaged = [
      ['theme', 'pink'],
      ['textSize', 7],
      ['retentionDays', 0],
      ['confirmAbove', -1],
      ['monthlyLimit', 1.5],
      ['privateWindows', null],
      ['menuView', 'tab'],
      ['uiLanguage', 'tlh'],
      ['answerLanguage', 'x'.repeat(36)],
      ['hiddenActions', ['delete']],
      ['hiddenActions', ['summarize', 'explain']],
    ] as const;
    for (const [name, value] of damaged) {
      expect(await readStored({ ...good, [name]: value })).toEqual({
        ...good,
        [name]: defaultSettings[name],
      });
    }
  });

  test.each([
    [0, true],
    [1, true],
    [Number.NaN, false],
    [-1, false],
    [0.5, false],
    [Number.POSITIVE_INFINITY, false],
    [2 ** 53, false],
    [null, false],
    ['1', false],
  ])('take %s for a price of the user: %s', async (price, taken) => {
    const { settingsChange } = await freshSettings();
    const v = await import('valibot');
    for (const field of ['input', 'output', 'cacheRead', 'cacheWrite5m', 'cacheWrite1h']) {
      const prices = [{ model: 'm', input: 1, output: 1, [field]: price }];
      const change = { endpoints: [anthropicEndpoint, { ...own, prices }] };
      expect(v.is(settingsChange, change)).toBe(taken);
    }
  });

  test.each([['nonsense'], [7], [[]], [{}], [{ endpoints: 'none', endpoint: {} }]])(
    'that are %j are the defaults',
    async (stored) => expect(await readStored(stored)).toEqual(defaultSettings),
  );

  test('of any shape can be read, and what is read can be stored', async () => {
    const { settingsSchema } = await freshSettings();
    const v = await import('valibot');
    const value = fc.anything({ maxDepth: 3 });
    const names = Object.keys(defaultSettings);
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), value), async (stored) => {
        await fakeBrowser.storage.local.set({ settings: stored, settings$: { v: 2 } });
        const { readSettings } = await import('../../../utils/store/settings');
        expect(v.is(settingsSchema, await readSettings())).toBe(true);
      }),
    );
  });
});

describe('Anthropic’s endpoint', () => {
  test('is first, and there although nobody stored it', async () => {
    const { endpoints } = await readStored({ ...defaultSettings, endpoints: [own] });
    expect(endpoints).toEqual([anthropicEndpoint, own]);
    expect((await readStored({ ...defaultSettings, endpoints: [] })).endpoints).toEqual([
      anthropicEndpoint,
    ]);
  });

  test('keeps its name, address and way of sending the key, and takes another model and own prices', async () => {
    const changed = {
      ...anthropicEndpoint,
      name: 'Cheaper',
      baseUrl: 'https://api.anthropic.com.evil.test',
      auth: 'bearer',
      model: 'claude-opus-5-5',
      prices: [{ model: 'claude-opus-5-5', input: 1, output: 1 }],
    } as const;
    const { model, prices } = changed;
    const expected = [{ ...anthropicEndpoint, model, prices }];
    expect((await readStored({ ...defaultSettings, endpoints: [changed] })).endpoints).toEqual(
      expected,
    );
    const { changeSettings, readSettings } = await freshSettings();
    await changeSettings({ endpoints: [changed] });
    expect((await readSettings()).endpoints).toEqual(expected);
  });

  test('is asked when the one that was chosen is not in the list', async () => {
    const settings = { ...defaultSettings, endpoints: [anthropicEndpoint, own], endpoint: 'own' };
    expect((await readStored(settings)).endpoint).toBe('own');
    expect((await readStored({ ...settings, endpoint: 'gone' })).endpoint).toBe('anthropic');
    expect((await readStored({ ...settings, endpoint: 'device' })).endpoint).toBe('device');
    const { changeSettings, readSettings } = await freshSettings();
    await changeSettings({ endpoint: 'own' });
    await changeSettings({ endpoints: [anthropicEndpoint] });
    expect((await readSettings()).endpoint).toBe('anthropic');
  });
});

describe('settings of version 1', () => {
  test('keep the model and the language, and get the rest', async () => {
    const settings = { model: 'claude-opus-5-5', answerLanguage: 'ar' };
    await fakeBrowser.storage.local.set({ settings });
    const expected = {
      ...defaultSettings,
      endpoints: [{ ...anthropicEndpoint, model: 'claude-opus-5-5' }],
      answerLanguage: 'ar',
    };
    expect(await (await freshSettings()).readSettings()).toEqual(expected);
    expect(await (await freshSettings()).readSettings()).toEqual(expected);
  });

  test.each([['nonsense'], [{ model: 7, answerLanguage: 'ar' }], [{}]])(
    'that cannot be read are the defaults: %j',
    async (settings) => {
      await fakeBrowser.storage.local.set({ settings });
      expect(await (await freshSettings()).readSettings()).toEqual(defaultSettings);
    },
  );
});

describe('the look', () => {
  async function lookOf(settings: unknown) {
    await fakeBrowser.storage.local.set({ settings });
    return (await import('../../../utils/store/look')).readLook();
  }

  test('is read without the parser of all settings, and says the same', async () => {
    const { changeSettings } = await freshSettings();
    const { readLook } = await import('../../../utils/store/look');
    const plain = { uiLanguage: null, theme: 'system', textSize: 'normal' } as const;
    expect(await readLook()).toEqual(plain);
    const chosen = { uiLanguage: 'ja', theme: 'dark', textSize: 'larger' } as const;
    await changeSettings(chosen);
    expect(await readLook()).toEqual(chosen);
  });

  test.each([
    [null],
    ['x'],
    [{ uiLanguage: 'tlh', theme: 'pink', textSize: 9 }],
    [{ model: 'm', answerLanguage: null }],
  ])('of %j is the usual one', async (settings) =>
    expect(await lookOf(settings)).toEqual({
      uiLanguage: null,
      theme: 'system',
      textSize: 'normal',
    }),
  );
});

describe('the model lists', () => {
  const other = { ...defaultModel, id: 'own-model', name: 'Own' };

  test('are kept by endpoint', async () => {
    const { writeModels } = await freshModels();
    await writeModels('anthropic', [defaultModel]);
    await writeModels('own', [other]);
    const { readModels } = await freshModels();
    expect(await readModels()).toEqual({ anthropic: [defaultModel], own: [other] });
  });

  test('written at the same moment are all kept', async () => {
    const { writeModels, readModels } = await freshModels();
    await Promise.all([writeModels('anthropic', [defaultModel]), writeModels('own', [other])]);
    expect(await readModels()).toEqual({ anthropic: [defaultModel], own: [other] });
  });

  test('of version 1 are Anthropic’s', async () => {
    await fakeBrowser.storage.local.set({ models: [defaultModel] });
    const expected = { anthropic: [defaultModel] };
    expect(await (await freshModels()).readModels()).toEqual(expected);
    expect(await (await freshModels()).readModels()).toEqual(expected);
  });

  test('that cannot be read are passed over, and the others kept', async () => {
    const models = { anthropic: [{ id: 7 }], own: [other] };
    await fakeBrowser.storage.local.set({ models, models$: { v: 2 } });
    expect(await (await freshModels()).readModels()).toEqual({ own: [other] });
    await fakeBrowser.storage.local.set({ models: 'none' });
    expect(await (await freshModels()).readModels()).toEqual({});
  });
});
