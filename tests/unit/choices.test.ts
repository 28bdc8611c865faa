import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { endpointOf, readChoices } from '../../utils/choices';
import {
  anthropicEndpoint,
  deviceEndpoint,
  isLocal,
  originOf,
  pricingOf,
} from '../../utils/core/endpoint';
import { defaultModel } from '../../utils/core/model';
import { deleteOld } from '../../utils/retention';
import { writeModels } from '../../utils/store/models';
import { memoryJournal } from '../../utils/store/runs';
import { changeSettings } from '../../utils/store/settings';
import { endpointWith, noFiles } from './support';

const own = endpointWith();

beforeEach(async () => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

describe('the user’s choices', () => {
  test('are Anthropic’s default model, in the browser’s language, when nothing was chosen', async () => {
    expect(await readChoices(null, 'pt-BR')).toEqual({
      endpoint: anthropicEndpoint,
      model: defaultModel.id,
      models: [],
      language: 'Brazilian Portuguese',
      thresholds: { nano: 100_000_000, tokens: 50_000 },
      inPrivateWindows: true,
      shield: { sites: [], words: [] },
      calibration: {},
      followUps: {},
      siteRules: [],
      controls: {},
      freeRepeats: true,
    });
  });

  test('have the models of the endpoint that is asked, and no other’s', async () => {
    await changeSettings({ endpoints: [own], endpoint: 'own' });
    await writeModels('anthropic', [defaultModel]);
    expect(await readChoices(null, 'en')).toMatchObject({ endpoint: own, models: [] });
    const other = { ...defaultModel, id: 'own-model' };
    await writeModels('own', [other]);
    expect(await readChoices(null, 'en')).toMatchObject({ model: 'own-model', models: [other] });
    expect(await readChoices('anthropic', 'en')).toMatchObject({
      endpoint: anthropicEndpoint,
      models: [defaultModel],
    });
  });

  test.each([
    [{}, 'Japanese'],
    [{ uiLanguage: 'de' }, 'German'],
    [{ uiLanguage: 'de', answerLanguage: 'fr' }, 'French'],
    [{ answerLanguage: 'no such language' }, 'no such language'],
  ] as const)('%j: answers are in %s', async (change, language) => {
    await changeSettings(change);
    expect(await readChoices(null, 'ja')).toMatchObject({ language });
  });

  test('say above what Gloss asks, and whether it works in private windows', async () => {
    await changeSettings({ confirmAbove: 0, privateWindows: 'off' });
    expect(await readChoices(null, 'en')).toMatchObject({
      thresholds: { nano: 0, tokens: 50_000 },
      inPrivateWindows: false,
    });
  });
});

describe('an endpoint', () => {
  const settings = { endpoints: [anthropicEndpoint, own], endpoint: 'anthropic' };

  test('is found by its id', () => {
    expect(endpointOf(settings, 'own')).toEqual(own);
    expect(endpointOf(settings, 'device')).toEqual(deviceEndpoint);
  });

  test.each([
    ['anthropic', anthropicEndpoint],
    ['own', own],
    ['device', deviceEndpoint],
    ['gone as well', anthropicEndpoint],
  ])('that is gone is the usual one: %s', (endpoint, expected) =>
    expect(endpointOf({ ...settings, endpoint }, 'gone')).toEqual(expected),
  );

  test('is Anthropic’s where there is none at all', () =>
    expect(endpointOf({ endpoints: [], endpoint: 'gone' }, 'gone')).toEqual(anthropicEndpoint));

  test('has the origin that its key is for', () => {
    const at = (baseUrl: string) => originOf(endpointWith({ baseUrl }));
    expect(at('https://gateway.example.org/a/b')).toBe('https://gateway.example.org');
    expect(at('https://gateway.example.org:8443')).toBe('https://gateway.example.org:8443');
    expect(at('http://localhost:11434')).toBe('http://localhost:11434');
  });

  test('has prices of our list for Anthropic alone', () => {
    expect(pricingOf(anthropicEndpoint)).toEqual({ kind: 'listed' });
    const prices = [{ model: 'claude-haiku-5-5', input: 0, output: 0 }];
    expect(pricingOf({ ...anthropicEndpoint, prices })).toEqual({ kind: 'listed', prices });
    expect(pricingOf(deviceEndpoint)).toEqual({ kind: 'free' });
    expect(pricingOf(own)).toEqual({ kind: 'own', prices: [] });
    const disguised = endpointWith({ baseUrl: anthropicEndpoint.baseUrl });
    expect(pricingOf(disguised)).toEqual({ kind: 'own', prices: [] });
  });

  test('is on this computer or is not', () => {
    expect(isLocal(endpointWith({ baseUrl: 'http://127.0.0.1:8080' }))).toBe(true);
    expect(isLocal(own)).toBe(false);
  });
});

const noLedger = { deleteBefore: async () => {} };

describe('how long answers are kept', () => {
  const now = Date.UTC(2026, 10, 22);

  test.each([
    [{}, Date.UTC(2026, 9, 23)],
    [{ retentionDays: 1 }, Date.UTC(2026, 10, 21)],
  ])('%j', async (change, before) => {
    await changeSettings(change);
    const journal = memoryJournal();
    const deleteBefore = vi.spyOn(journal, 'deleteBefore');
    await deleteOld({ journal, files: noFiles, ledger: noLedger }, now);
    expect(deleteBefore).toHaveBeenCalledExactlyOnceWith(before);
  });

  test('is for ever when the user says so', async () => {
    await changeSettings({ retentionDays: null });
    const journal = memoryJournal();
    const deleteBefore = vi.spyOn(journal, 'deleteBefore');
    await deleteOld({ journal, files: noFiles, ledger: noLedger }, now);
    expect(deleteBefore).not.toHaveBeenCalled();
  });
});

describe('how long the ledger’s lines are kept', () => {
  test.each([
    [{}, []],
    [{ ledgerDays: 30 }, [['2026-10-23']]],
    [{ ledgerDays: 7, monthlyLimit: 5_000_000_000 }, [['2026-11-01']]],
    [{ ledgerDays: 7, monthlyLimit: null }, [['2026-11-15']]],
  ])('%j', async (change, before) => {
    await changeSettings(change);
    const deleteBefore = vi.fn(async () => {});
    const now = new Date(2026, 10, 22, 12).getTime();
    await deleteOld({ journal: memoryJournal(), files: noFiles, ledger: { deleteBefore } }, now);
    expect(deleteBefore.mock.calls).toEqual(before);
  });
});
