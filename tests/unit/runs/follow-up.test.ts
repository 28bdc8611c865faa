import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Line } from '../../../utils/core/ledger/ledger-line';
import { defaultModel } from '../../../utils/core/model';
import { isLive, problemOf, type Run } from '../../../utils/core/runs/run';
import { unshieldedRun } from '../../../utils/core/runs/shield-run';
import { anthropic } from '../../../utils/endpoints/anthropic';
import type { Feed, Viewer } from '../../../utils/messages/run-port';
import type { Choices } from '../../../utils/runs/choices';
import type { RunnerParts } from '../../../utils/runs/office';
import { createRunner } from '../../../utils/runs/runner';
import { memoryJournal } from '../../../utils/store/runs';
import { fault, type StandIn, startStandIn } from '../../stand-in/stand-in';
import {
  choicesWith,
  endpointWith,
  fetchFrom,
  instructionFor,
  nothingSpent,
  sourceWith,
} from '../support';
import { startOn, usualParts } from './parts';

/** Well above the 512 tokens that the cache takes at least. */
const longText = Array.from(
  { length: 300 },
  (_, day) => `On day ${day} the ice was ${day % 40} inches thick.`,
).join('\n');

const usualChoices = choicesWith({ shield: { sites: ['example.org'], words: [] } });

/** Patience for a machine that does much else. */
const waiting = { timeout: 15_000 };

const never = new Promise(() => {});

let api: StandIn;
beforeAll(async () => {
  api = await startStandIn();
});
beforeEach(() => {
  fakeBrowser.reset();
  api.reset();
});
afterAll(() => api.close());

function world(change: Partial<RunnerParts> = {}) {
  const lines: Line[] = [];
  const chosen = { ...usualChoices };
  const parts: RunnerParts = {
    ...usualParts(),
    open: (config) => anthropic(config, fetchFrom(api)),
    ledger: { write: async (line) => void lines.push(line), spentFrom: nothingSpent },
    choices: async () => ({ ...chosen }),
    ...change,
  };
  const runner = createRunner(parts);
  const find = () => runner.find('id-1') as Promise<Run>;
  /** The run once it has so many turns, the last of which is in this state. */
  const until = (turns: number, state = 'done') =>
    vi.waitFor(async () => {
      const run = await find();
      expect(run.turns).toHaveLength(turns);
      expect(run.state.kind === 'active' ? run.turns.at(-1)?.state.kind : run.state.kind).toBe(
        state,
      );
      return run;
    }, waiting);
  return {
    parts,
    runner,
    lines,
    find,
    until,
    choose: (other: Partial<Choices>) => void Object.assign(chosen, other),
    ask: (question: string) => runner.ask({ runId: 'id-1', tabId: 1, question, unsaved: false }),
    /** A run that has ended, whose text is this. */
    async begin(text = longText, instruction = instructionFor('summarize'), isPrivate = false) {
      runner.begin(startOn(sourceWith({ text }), { ...instruction, private: isPrivate }));
      return until(1);
    },
  };
}

const posts = () => api.requests.filter(({ path }) => path === '/v1/messages');
const said = (index: number) => posts()[index]?.text ?? '';

describe('a follow-up', () => {
  test('is answered in the same run, from its text and all that was said, and has its own receipt', async () => {
    const { begin, ask, until, lines } = world();
    const first = await begin();
    await ask('  How thick was it?\n');
    const run = await until(2);
    expect(run.turns).toHaveLength(2);
    expect(run.turns[1]).toMatchObject({ question: 'How thick was it?', state: { kind: 'done' } });
    expect(run.turns[1]?.text).toContain('follow-up 1');
    expect(said(1)).toContain(JSON.stringify(first.turns[0]?.text).slice(1, -1));
    expect(posts().map(({ answered }) => answered?.status)).toEqual([200, 200]);
    expect(lines.map(({ id }) => id)).toEqual(run.turns.map(({ id }) => id));
    expect(run.turns[1]?.requestHash).toBe(`hash of ${posts()[1]?.text.length}`);
  });

  test('writes the cache, and the next one reads it: both say what that took or saved', async () => {
    const { begin, ask, until } = world();
    await begin();
    await ask('How thick was it?');
    await until(2);
    await ask('And when?');
    const [first, second, third] = (await until(3)).turns.map(({ receipt }) => receipt);
    expect(first).toMatchObject({ saved: null, usage: { cacheRead: 0, cacheWrite5m: 0 } });
    const written = second?.usage?.cacheWrite5m ?? 0;
    expect(written).toBeGreaterThan(1_000);
    expect(second?.saved).toBe(-25 * written);
    expect(third).toMatchObject({ saved: 90 * written, usage: { cacheRead: written } });
  });

  test('is prepared for by who asks more nearly always, and no more by who never does', async () => {
    const counted: unknown[] = [];
    const { begin, ask, until, choose } = world({
      countAnswer: async (answered) => void counted.push(answered),
    });
    choose({
      followUps: {
        summarize: { answers: 20, followed: 18 },
        'follow-up': { answers: 20, followed: 0 },
      },
    });
    await begin();
    await ask('How thick was it?');
    const [first, second] = (await until(2)).turns;
    expect(first?.receipt?.usage?.cacheWrite5m).toBeGreaterThan(1_000);
    expect(first?.chance).toBeCloseTo(18.8 / 28);
    expect(second?.receipt?.usage?.cacheRead).toBeGreaterThan(1_000);
    expect(counted).toEqual([
      { key: 'summarize', follows: null },
      { key: 'follow-up', follows: 'summarize' },
    ]);
  });

  test('of a question reads what the question itself has written', async () => {
    const { begin, ask, until } = world();
    const asked = instructionFor('ask', {}, 'How thick was it?');
    const [first] = (await begin(longText, asked)).turns;
    await ask('And when?');
    const [, second] = (await until(2)).turns;
    expect(first?.usage?.cacheWrite5m).toBeGreaterThan(1_000);
    expect(second?.usage?.cacheRead).toBe(first?.usage?.cacheWrite5m);
  });

  test('of a short text asks for no cache', async () => {
    const { begin, ask, until } = world();
    await begin('The harbour froze in January.');
    await ask('When?');
    await until(2);
    expect(said(1)).not.toContain('cache_control');
  });

  test('is asked once, however often Enter was pressed', async () => {
    const { begin, ask, until } = world();
    await begin();
    await Promise.all([ask('How thick?'), ask('How thick?')]);
    await ask('How thick?');
    await until(2);
    expect(posts()).toHaveLength(2);
  });

  test.each(['', ' \n\t'])('of nothing (%j) is none', async (question) => {
    const { begin, ask, find } = world();
    await begin();
    await ask(question);
    expect((await find()).turns).toHaveLength(1);
  });

  test('goes to where the run was asked, by the same model and in the same language, whatever was chosen since', async () => {
    const { begin, ask, until, choose } = world();
    await begin();
    choose({ model: 'claude-opus-5-5', language: 'German' });
    await ask('How thick was it?');
    const run = await until(2);
    expect(run.turns[1]).toMatchObject({ model: 'claude-haiku-5-5', service: 'Anthropic' });
    expect(said(1)).toContain('Answer in English');
  });

  test('stops, and its text is part of what is said next', async () => {
    const { begin, ask, until, runner } = world();
    await begin();
    api.next(fault.silence(5, never));
    await ask('How thick was it?');
    await vi.waitFor(async () => expect((await until(2, 'streaming')).turns[1]?.text).not.toBe(''));
    runner.stop('id-1');
    const stopped = await until(2, 'stopped');
    await ask('And when?');
    await until(3);
    expect(said(2)).toContain(JSON.stringify(stopped.turns[1]?.text).slice(1, -1));
  });

  test('whose background dies is interrupted and not sent again, and can be asked once more', async () => {
    const journal = memoryJournal();
    const { begin, ask, until } = world({ journal });
    await begin();
    api.next(fault.silence(5, never));
    await ask('How thick was it?');
    await vi.waitFor(async () => expect((await until(2, 'streaming')).turns[1]?.text).not.toBe(''));
    const left = await journal.get('id-1');
    const next = world({ journal: { ...journal, live: async () => (left ? [left] : []) } });
    const run = await next.until(2, 'interrupted');
    expect(run.turns[0]?.state).toEqual({ kind: 'done' });
    expect(run.turns[1]?.receipt).toMatchObject({ final: false });
    expect(posts()).toHaveLength(2);
    await next.ask('How thick was it?');
    await next.until(3);
    expect(posts()).toHaveLength(3);
  });
});

/** A run that has ended, and that has been looked at. */
async function worldWhereSeen(change: Partial<RunnerParts> = {}) {
  const there = world(change);
  await there.begin();
  await there.runner.seen('id-1', 1, false);
  return there;
}

/** What a popup shows that opens on the tab, or comes back to it. */
async function shownByPopup({ runner }: Pick<ReturnType<typeof world>, 'runner'>) {
  const told: Feed[] = [];
  const popup: Viewer = { post: (message) => void told.push(message) };
  await runner.watch(popup, { kind: 'tab', tabId: 1, last: false });
  return told[0];
}

describe('a follow-up that is made ready', () => {
  /** A run that has ended, where the user's choices are not told before `tell` is called. */
  async function planning(journal = memoryJournal()) {
    let tell = () => {};
    const told = new Promise<void>((resolve) => {
      tell = resolve;
    });
    await worldWhereSeen({ journal });
    const choices = async () => {
      await told;
      return usualChoices;
    };
    const there = world({ journal, choices });
    expect(await there.ask('How thick was it?')).toBe(true);
    return Object.assign(there, { tell });
  }

  test('is under way for everybody, and is answered', async () => {
    const { find, until, tell } = await planning();
    const run = await find();
    expect(run.state).toEqual({ kind: 'planning', question: 'How thick was it?' });
    expect(isLive(run)).toBe(true);
    tell();
    expect((await until(2)).turns[1]?.question).toBe('How thick was it?');
  });

  test('is shown by a popup whose background slept until it was asked', async () => {
    const run = { id: 'id-1', state: { kind: 'planning' } };
    expect(await shownByPopup(await planning())).toMatchObject({ kind: 'snapshot', run });
  });

  test.each([
    ['Stop', 'stop'],
    ['what stops all that waits', 'stopWaiting'],
  ] as const)('is not sent after %s', async (_, how) => {
    const { until, runner, tell } = await planning();
    runner[how]('id-1');
    tell();
    expect((await until(2, 'stopped')).turns[1]).toMatchObject({ sentAt: null, receipt: null });
    expect(posts()).toHaveLength(1);
  });

  test('leaves the run as it was where the background dies', async () => {
    const journal = memoryJournal();
    await planning(journal);
    const { ask, until } = world({ journal });
    expect((await until(1)).turns[0]?.receipt).toMatchObject({ final: true });
    await ask('How thick was it?');
    await until(2);
  });

  test('once the user has agreed to it, is under way as well', async () => {
    const { begin, runner, find, until, choose } = world();
    await begin();
    choose({ thresholds: { nano: 0, tokens: 1_000_000 } });
    const question = 'How thick was it?';
    await runner.ask({ runId: 'id-1', tabId: 1, question, unsaved: false });
    await until(1, 'confirming');
    await runner.confirm('id-1');
    expect((await find()).state).toEqual({ kind: 'planning', question });
    await until(2);
  });
});

describe('a follow-up that cannot be sent', () => {
  test('from a private window, once the user wants nothing of Gloss there', async () => {
    const { begin, ask, until, choose } = world();
    await begin(longText, instructionFor('summarize'), true);
    choose({ inPrivateWindows: false });
    await ask('How thick was it?');
    const { turns } = await until(2, 'failed');
    expect(turns[1]?.state).toMatchObject({ problem: { kind: 'private-window-off' } });
    expect(posts()).toHaveLength(1);
  });

  test.each<[string, Partial<RunnerParts>, string]>([
    ['offline', { isOnline: () => false }, 'offline'],
    [
      'without its key',
      { findAccess: async () => ({ kind: 'problem', problem: { kind: 'key-gone' } }) },
      'key-gone',
    ],
    [
      'with a locked key',
      { findAccess: async () => ({ kind: 'problem', problem: { kind: 'locked' } }) },
      'locked',
    ],
    [
      'to an endpoint that is gone',
      { choices: async () => ({ ...usualChoices, endpoint: endpointWith() }) },
      'endpoint-gone',
    ],
  ])(
    '%s is a turn that says so, below what was said, however often it is asked',
    async (_, change, kind) => {
      const journal = memoryJournal();
      await world({ journal }).begin();
      const { ask, until } = world({ journal, ...change });
      await ask('How thick was it?');
      const run = await until(2, 'failed');
      expect(problemOf(run)?.kind).toBe(kind);
      expect(run).toMatchObject({
        state: { kind: 'active' },
        turns: [{ state: { kind: 'done' } }, {}],
      });
      expect(run.turns[1]).toMatchObject({
        question: 'How thick was it?',
        sentAt: null,
        receipt: null,
      });
      await ask('How thick was it?');
      expect(problemOf(await until(3, 'failed'))?.kind).toBe(kind);
      expect(posts()).toHaveLength(1);
    },
  );

  test('because what it is asked about is gone is told to whoever asks, and nothing is sent', async () => {
    const { begin, ask, until, runner } = world();
    await begin();
    const question = 'How thick was it?';
    expect(await runner.ask({ runId: 'gone', tabId: 1, question, unsaved: false })).toBe(false);
    expect(await ask(question)).toBe(true);
    await until(2);
    expect(posts()).toHaveLength(2);
  });

  test('because it is too long says how long, and leaves the run as it was', async () => {
    const { begin, ask, until, choose } = world();
    choose({ models: [{ ...defaultModel, maxInput: 20_000 }] });
    await begin();
    await ask('Why? '.repeat(20_000));
    expect(problemOf(await until(2, 'failed'))).toMatchObject({ kind: 'too-large', limit: 20_000 });
    await ask('Why?');
    await until(3);
    expect(posts()).toHaveLength(2);
  });

  test('that was too long is answered by a larger model, which then answers the next one as well', async () => {
    const { begin, until, runner, ask } = world();
    await begin();
    const question = 'How thick was it?';
    const larger = 'claude-sonnet-5-5';
    await runner.ask({ runId: 'id-1', tabId: 1, question, unsaved: false, model: larger });
    await until(2);
    await ask('And when?');
    await until(3);
    const models = posts().map(({ text }) => JSON.parse(text).model);
    expect(models).toEqual([defaultModel.id, larger, larger]);
    expect(said(1)).toContain('"role":"assistant"');
  });

  test('because nothing can be stored is not sent, and what was said stays', async () => {
    const journal = memoryJournal();
    const { begin, ask, until, runner } = world({ journal });
    await begin();
    const put = vi.spyOn(journal, 'put').mockRejectedValue(new Error('full'));
    await ask('How thick was it?');
    const run = await until(2, 'failed');
    expect(problemOf(run)).toEqual({ kind: 'storage-failing' });
    expect(run.turns[0]?.state).toEqual({ kind: 'done' });
    expect(posts()).toHaveLength(1);
    await runner.ask({ runId: 'id-1', tabId: 1, question: 'How thick was it?', unsaved: true });
    expect((await until(3)).saved).toBe(false);
    put.mockRestore();
  });
});

test('a follow-up that was never made tells nothing of the answer above it as its own', async () => {
  let isFailing = false;
  const choices = async () => {
    if (isFailing) throw new Error('no storage');
    return usualChoices;
  };
  const { begin, ask, until } = world({ choices });
  const [first] = (await begin()).turns;
  expect(first).toHaveProperty('mould');
  isFailing = true;
  await ask('How thick was it?');
  const [, second] = (await until(2, 'failed')).turns;
  expect(second).toMatchObject({ question: 'How thick was it?', text: '', requestHash: '' });
  for (const told of ['citations', 'queuedAt', 'mould', 'exchange'])
    expect(second).not.toHaveProperty(told);
});

describe('a follow-up above what is sent without asking', () => {
  async function waiting() {
    const showBadge = vi.fn();
    const there = await worldWhereSeen({ showBadge });
    there.choose({ thresholds: { nano: 0, tokens: 50_000 } });
    await there.ask('How thick was it?');
    const run = await there.until(1, 'confirming');
    expect(run.state).toMatchObject({ question: 'How thick was it?' });
    expect(posts()).toHaveLength(1);
    return { ...there, showBadge };
  }

  test('is news: the button of the tab says so, and a popup that opens shows it', async () => {
    const there = await waiting();
    await vi.waitFor(() => expect(there.showBadge).toHaveBeenLastCalledWith(1, 'done'));
    const run = { id: 'id-1', state: { kind: 'confirming' } };
    expect(await shownByPopup(there)).toMatchObject({ kind: 'snapshot', run });
  });

  test('waits for consent and is then sent once', async () => {
    const { runner, until } = await waiting();
    await Promise.all([runner.confirm('id-1'), runner.confirm('id-1')]);
    expect((await until(2)).turns[1]?.question).toBe('How thick was it?');
    expect(posts()).toHaveLength(2);
  });

  test('is withdrawn, and the run is as it was', async () => {
    const { runner, until } = await waiting();
    await runner.withdraw('id-1');
    await until(1);
    expect(posts()).toHaveLength(1);
  });
});

describe('with the shield up', () => {
  const text = `${longText}\nWrite to ada@example.org.`;

  test('what is personal in a question has the placeholder of the text, and what is new another', async () => {
    const { begin, ask, until } = world();
    await begin(text);
    await ask('Is ada@example.org the same as eve@example.org?');
    const run = await until(2);
    expect(run.turns[1]?.question).toBe('Is [EMAIL_1] the same as [EMAIL_2]?');
    expect(run.found?.map(({ original }) => original)).toEqual([
      'ada@example.org',
      'eve@example.org',
    ]);
    expect(said(1)).not.toMatch(/ada@|eve@/);
    await ask('And bob@example.org?');
    expect((await until(3)).turns[2]?.question).toBe('And [EMAIL_3]?');
    const texts = [0, 1, 2].map((index) => said(index).match(/"data":"(.*?)"/)?.[1]);
    expect(new Set(texts).size).toBe(1);
  });

  test('what a question named comes back in its answer also after the next question', async () => {
    const { begin, ask, until } = world();
    await begin(text);
    await ask('And eve@example.org?');
    await until(2);
    await ask('Why?');
    await until(3);
    await ask('And bob@example.org?');
    const shown = unshieldedRun(await until(4));
    expect(shown.turns.map(({ question }) => question)).toEqual([
      null,
      'And eve@example.org?',
      'Why?',
      'And bob@example.org?',
    ]);
  });

  test('the question of the run itself has placeholders too, from the first time on', async () => {
    const { begin, ask, until } = world();
    await begin(text, instructionFor('ask', {}, 'Are ada@example.org and eve@example.org one?'));
    await ask('Why?');
    const run = await until(2);
    for (const index of [0, 1]) {
      expect(said(index)).toContain('Are [EMAIL_1] and [EMAIL_2] one?');
      expect(said(index)).not.toMatch(/ada@|eve@/);
    }
    expect(run.question).toBe('Are ada@example.org and eve@example.org one?');
  });

  test('a word that is on the list only now is hidden in the text as well, and what had a placeholder keeps it', async () => {
    const { begin, ask, until, choose } = world();
    await begin(text);
    choose({ shield: { sites: [], words: ['Write'] } });
    await ask('Write what?');
    const run = await until(2);
    expect(run.turns[1]?.question).toBe('[WORD_1] what?');
    expect(said(1)).toContain('[WORD_1] to [EMAIL_1].');
  });
});
