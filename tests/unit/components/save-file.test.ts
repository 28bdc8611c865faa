// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { saveHistory } from '../../../components/history/save-history';
import { saveLedger } from '../../../components/ledger/save-ledger';

const noDay = { from: '~', to: '' };

const home = process.env.TZ;

afterEach(() => {
  if (home === undefined) delete process.env.TZ;
  else process.env.TZ = home;
});

test('files are named by the day that the clock on the wall shows', async () => {
  process.env.TZ = 'Asia/Tokyo';
  const names: string[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  // Eight in the morning of the 28th.
  const now = Date.UTC(2026, 10, 27, 23);
  await saveHistory([], 'json', now);
  await saveHistory([], 'markdown', now);
  await saveLedger({ ...noDay, model: 'none', actionId: null, site: null }, [], 'csv', now);
  expect(names).toEqual([
    'gloss-history-2026-11-28.json',
    'gloss-history-2026-11-28.md',
    'gloss-costs-2026-11-28.csv',
  ]);
  click.mockRestore();
});
