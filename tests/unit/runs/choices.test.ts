import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Day, dayAt } from '../../../utils/core/calendar';
import {
  anthropicEndpoint,
  deviceEndpoint,
  isLocal,
  originOf,
  pricingOf,
} from '../../../utils/core/endpoint';
import { defaultModel } from '../../../utils/core/model';
import { deleteOld, tidying } from '../../../utils/retention';
import { endpointOf, readChoices } from '../../../utils/runs/read-choices';
import { writeModels } from '../../../utils/store/models';
import { memoryJournal } from '../../../utils/store/runs';
import { changeSettings } from '../../../utils/store/settings';
import { endpointWith, noFiles } from '../support';

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

test('nothing is deleted before it was looked for choices that are lost, nor where that cannot be told', async () => {
  const journal = memoryJournal();
  const deleteBefore = vi.spyOn(journal, 'deleteBefore');
  const kept = { journal, files: noFiles, ledger: noLedger };
  let found = () => {};
  const looked = new Promise<void>((resolve) => {
    found = resolve;
  });
  tidying(kept, looked, Date.now)();
  tidying(kept, Promise.reject(new Error('damaged')), Date.now)();
  await readChoices(null, 'en');
  expect(deleteBefore).not.toHaveBeenCalled();
  found();
  await vi.waitFor(() => expect(deleteBefore).toHaveBeenCalledOnce());
});

describe('a clock that is suddenly far ahead', () => {
  const day = 86_400_000;
  const today = new Date(2026, 10, 22, 12).getTime();

  /** The days, from today on, by which was deleted at looks on these days: answers, and lines of the ledger. */
  async function deletedBy(...looks: readonly number[]) {
    await changeSettings({ retentionDays: 30, ledgerDays: 30, monthlyLimit: null });
    const journal = memoryJournal();
    const answers = vi.spyOn(journal, 'deleteBefore');
    const deleteBefore = vi.fn(async (_: Day) => {});
    const files = { ...noFiles, deleteStrays: vi.fn(async () => {}) };
    for (const look of looks)
      await deleteOld({ journal, files, ledger: { deleteBefore } }, today + look * day);
    const days = answers.mock.calls.map(([time]) => (time - today) / day + 30);
    expect(deleteBefore.mock.calls).toEqual(
      days.map((after) => [dayAt(today + (after - 30) * day)]),
    );
    expect(files.deleteStrays.mock.calls).toEqual(days.map((after) => [today + (after - 1) * day]));
    return days;
  }

  test('deletes nothing that the right one would keep, however often anybody looks within a day', async () => {
    expect(await deletedBy(0, 1, 400, 400.25, 400.75)).toEqual([0, 1, 1, 1, 1]);
  });

  test('and is right again has deleted nothing', async () => {
    expect(await deletedBy(0, 400, 0.25, 1, 400, 1.25, 401.5)).toEqual([
      0, 0, 0.25, 1, 1, 1.25, 1.25,
    ]);
  });

  test('is believed once it has been so for a day', async () => {
    expect(await deletedBy(0, 400, 401, 401.25, 402)).toEqual([0, 0, 400, 401.25, 402]);
  });

  test('looks like that of somebody who is there once a week: what is old goes a visit later', async () => {
    expect(await deletedBy(0, 7, 14, 21)).toEqual([0, 0, 7, 14]);
  });

  test('as it first was is set right at once', async () => {
    expect(await deletedBy(400, 0, 1)).toEqual([400, 0, 1]);
  });

  test('is noted as far as there is room for it: a full disk is no reason not to delete', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
    const journal = memoryJournal();
    const deleteBefore = vi.spyOn(journal, 'deleteBefore');
    await deleteOld({ journal, files: noFiles, ledger: noLedger }, today);
    expect(deleteBefore).toHaveBeenCalledOnce();
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
