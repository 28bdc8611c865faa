import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Day, dayAt } from '../../utils/core/calendar';
import { deleteOld, tidying } from '../../utils/retention';
import { memoryJournal } from '../../utils/store/runs';
import { changeSettings } from '../../utils/store/settings';
import { noFiles } from './support';

beforeEach(() => fakeBrowser.reset());

const noLedger = { deleteBefore: async () => {} };

describe('answers', () => {
  const now = Date.UTC(2026, 10, 22);

  test.each([
    ['30 days where nothing was chosen', {}, Date.UTC(2026, 9, 23)],
    ['a day where that was chosen', { retentionDays: 1 }, Date.UTC(2026, 10, 21)],
  ])('are kept for %s', async (_, change, before) => {
    await changeSettings(change);
    const journal = memoryJournal();
    const deleteBefore = vi.spyOn(journal, 'deleteBefore');
    await deleteOld({ journal, files: noFiles, ledger: noLedger }, now);
    expect(deleteBefore).toHaveBeenCalledExactlyOnceWith(before);
  });

  test('are kept for ever when the user says so', async () => {
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
  // By now it would have deleted.
  await deleteOld({ ...kept, journal: memoryJournal() }, Date.now());
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

describe('the ledger’s lines', () => {
  test.each([
    ['for ever where nothing was chosen', {}, []],
    ['for 30 days', { ledgerDays: 30 }, [['2026-10-23']]],
    ['for 7 days', { ledgerDays: 7, monthlyLimit: null }, [['2026-11-15']]],
    [
      'for the whole month, not for 7 days, where a limit counts it',
      { ledgerDays: 7, monthlyLimit: 5_000_000_000 },
      [['2026-11-01']],
    ],
  ])('are kept %s', async (_, change, before) => {
    await changeSettings(change);
    const deleteBefore = vi.fn(async () => {});
    const now = new Date(2026, 10, 22, 12).getTime();
    await deleteOld({ journal: memoryJournal(), files: noFiles, ledger: { deleteBefore } }, now);
    expect(deleteBefore.mock.calls).toEqual(before);
  });
});
