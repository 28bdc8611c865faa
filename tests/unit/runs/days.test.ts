import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Usage } from '../../../utils/core/money/usage';
import type { Endpoint } from '../../../utils/endpoints/endpoint';
import type { Viewer } from '../../../utils/messages/run-port';
import type { RunnerParts } from '../../../utils/runs/office';
import { freshStorage } from '../fresh-storage';
import { instructionFor, sourceWith } from '../support';
import { countedAwake, fakeTime, startOn, usualParts } from './parts';

const day = 86_400_000;

/** Days; those after them are to leave behind as much as the one before. */
const kept = 3;

/** Days that are lived: enough after those that are kept to be compared with each other. */
const lived = 12;

const usage: Usage = {
  input: 100,
  cacheRead: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
  output: 20,
  thinking: 0,
};

const answering: Endpoint = {
  async *stream({ heard }) {
    heard();
    yield { kind: 'started', usage, model: 'claude-haiku-5-5', requestId: 'req_1' };
    yield { kind: 'text', text: 'An answer.' };
    yield { kind: 'usage', usage };
    yield { kind: 'finished', outcome: { kind: 'done' } };
  },
  listModels: async () => [],
};

/** How much is in each collection that has been made since. */
function watchCollections(): { sizes(): readonly number[]; end(): void } {
  const all: { readonly size: number }[] = [];
  const noted = (kind: MapConstructor | SetConstructor) =>
    new Proxy(kind, {
      construct(target, given, self) {
        const made: object = Reflect.construct(target, given, self);
        all.push(made as Map<unknown, unknown>);
        return made;
      },
    });
  vi.stubGlobal('Map', noted(Map));
  vi.stubGlobal('Set', noted(Set));
  return { sizes: () => all.map(({ size }) => size), end: () => void vi.unstubAllGlobals() };
}

/** A background that never dies, made of its own parts but for browser and network. */
async function background() {
  vi.resetModules();
  const [runners, feeds, runs, ledgers, bins, tabs, filing, answer, keep, hosts, wish] =
    await Promise.all([
      import('../../../utils/runs/runner'),
      import('../../../utils/runs/feeds'),
      import('../../../utils/store/runs'),
      import('../../../utils/store/ledger'),
      import('../../../utils/runs/ledger-bin'),
      import('../../../utils/store/tab-runs'),
      import('../../../utils/store/files'),
      import('../../../utils/store/answers'),
      import('../../../utils/retention'),
      import('../../../utils/capture/hosts'),
      import('../../../utils/commands/wishes'),
    ]);
  const { daily } = await import('../../../utils/daily');
  const { learnFrom } = await import('../../../utils/store/calibration');
  const { countAnswer } = await import('../../../utils/store/follow-ups');
  const { changeSettings } = await import('../../../utils/store/settings');
  const { database } = await import('../../../utils/store/database');
  await changeSettings({ retentionDays: kept, ledgerDays: kept, monthlyLimit: null });
  const { journal } = runs;
  const { ledger } = ledgers;
  const { awake, keepAwake } = countedAwake();
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const files = filing.createFiles(async (data) => `hash of ${data}`, Date.now, 1_000);
  const tidied: Promise<void>[] = [];
  const tidy = () => void tidied.push(keep.deleteOld({ journal, files, ledger }, Date.now()));
  const parts: RunnerParts = {
    ...usualParts(),
    open: () => answering,
    journal,
    ledger,
    tabRuns: tabs.createTabRuns(),
    feeds: feeds.createFeeds(() => performance.now()),
    newId,
    digest: async (text) => text,
    learnFrom,
    countAnswer,
    answers: answer.answers,
    keepAwake,
    rested: daily(tidy, Date.now),
  };
  const runner = runners.createRunner(parts);
  await database();
  return {
    runner,
    files,
    ledgerBin: bins.createLedgerBin(ledger),
    wishes: wish.createWishes(),
    hosts: hosts.createHosts({
      request: async () => true,
      now: Date.now,
      mayReach: async () => true,
      release: async () => true,
    }),
    /** Until nothing is under way any more. */
    async rest() {
      do await pass(10);
      while (awake() > 0);
      await Promise.all(tidied.splice(0));
    },
    async stored(): Promise<Readonly<Record<string, number>>> {
      const db = await database();
      const counts = [...db.objectStoreNames].map(async (name) => [name, await db.count(name)]);
      return Object.fromEntries(await Promise.all(counts));
    },
  };
}

/** Time goes by, and all that the database has to do is done. */
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await new Promise((resolve) => setImmediate(resolve));
}

type Background = Awaited<ReturnType<typeof background>>;

/** Ten tabs, two of them private, with five actions each; then they are closed, and some of it is deleted. */
async function liveADay(at: Background, date: number): Promise<void> {
  for (let tab = 0; tab < 10; tab += 1) {
    const tabId = date * 10 + tab;
    const viewer: Viewer = { post() {} };
    const isPrivate = tab < 2;
    at.wishes.leave(tabId, 'ask');
    await at.runner.watch(viewer, { kind: 'tab', tabId, last: true });
    for (let time = 0; time < 5; time += 1) {
      const source = sourceWith({ text: `Text ${time} of ${tabId}`, address: site(tabId) });
      await at.files.keep(`${time} of ${tabId}`.padEnd(100), isPrivate);
      const asked = instructionFor(time % 2 ? 'summarize' : 'explain');
      at.runner.begin(startOn(source, { ...asked, tabId, private: isPrivate }));
      await at.rest();
    }
    const loan = at.hosts.ask(site(tabId));
    await loan.giveBack();
    const runId = (await latest(at, tabId)) ?? '';
    if (tab === 9) await at.runner.bin.delete(runId);
    at.runner.unwatch(viewer);
    at.runner.forget(tabId);
    at.wishes.take(tabId);
  }
  await at.ledgerBin.delete({ kind: 'line', id: 'none' });
  await pass(30_000);
  await at.rest();
}

const site = (tabId: number) => `https://site-${tabId}.example`;

async function latest(at: Background, tabId: number): Promise<string | undefined> {
  const told: (string | undefined)[] = [];
  const viewer: Viewer = {
    post: (feed) => void (feed.kind === 'snapshot' && told.push(feed.run?.id)),
  };
  await at.runner.watch(viewer, { kind: 'tab', tabId, last: true });
  at.runner.unwatch(viewer);
  return told.at(-1);
}

/** All that a background could pile up. */
async function piles(at: Background, collections: ReturnType<typeof watchCollections>) {
  const areas = await Promise.all(
    [fakeBrowser.storage.local, fakeBrowser.storage.session].map((area) => area.get(null)),
  );
  return {
    stored: await at.stored(),
    inMemory: collections.sizes(),
    timers: vi.getTimerCount(),
    entries: areas.map((area) => Object.entries(area).map(([key, value]) => [key, count(value)])),
  };
}

const count = (value: unknown): number =>
  typeof value === 'object' && value !== null ? Object.keys(value).length : 1;

freshStorage();
// All in one month: the sums of months are kept for good.
beforeEach(() => fakeTime(Date.UTC(2026, 10, 1, 9)));
afterEach(() => void vi.useRealTimers());

test('twelve days of fifty runs pile up nothing beyond the days that are kept', async () => {
  const collections = watchCollections();
  const at = await background();
  collections.end();
  const seen: Awaited<ReturnType<typeof piles>>[] = [];
  for (let date = 1; date <= lived; date += 1) {
    const began = Date.now();
    await liveADay(at, date);
    seen.push(await piles(at, collections));
    vi.setSystemTime(began + day + 60_000);
  }
  expect(seen.at(-1)?.stored).toMatchObject({ runs: kept * 39, ledger: (kept + 1) * 50 });
  // What is spent is read from the ledger after every hundredth turn, so every second day.
  for (const [index, later] of seen.entries())
    if (index > kept + 1) expect(later).toEqual(seen[index - 2]);
}, 120_000);
