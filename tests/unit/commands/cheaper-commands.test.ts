import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { cheaperCommands } from '../../../utils/commands/cheaper-commands';
import type { Staff } from '../../../utils/commands/staff';
import type { Controls } from '../../../utils/core/actions/controls';
import { defaultModel, type Model } from '../../../utils/core/model';
import type { Limits } from '../../../utils/core/money/budget';
import type { Problem } from '../../../utils/core/problem';
import type { Run } from '../../../utils/core/runs/run';
import { type Source, usualAim } from '../../../utils/core/source/source';
import type { Beginning } from '../../../utils/messages/beginning';
import { planOf } from '../../../utils/runs/plan';
import type { Start } from '../../../utils/runs/start';
import { writeModels } from '../../../utils/store/models';
import { turn } from '../../gallery/data/runs';
import { choicesWith, instructionFor, noCounts, sourceWith } from '../support';

const at = Date.UTC(2026, 10, 26);
const opus = 'claude-opus-5-5';
const models: readonly Model[] = [
  { ...defaultModel, id: opus, name: 'Opus' },
  { ...defaultModel, id: 'claude-sonnet-5-5', name: 'Sonnet' },
  { ...defaultModel, name: 'Haiku' },
];
const sentences = Array.from({ length: 400 }, (_, n) => `The harbour froze in winter ${n}.`);
const page = sourceWith({ kind: 'page', text: sentences.join('\n\n') });
const selection = sourceWith({ kind: 'selection', text: sentences.slice(0, 9).join('\n\n') });
const noLimits: Limits = { month: null, day: null, run: null };

/** What the page costs at most by a model, in nano-dollars. */
function costOf(model: string, source = page, controls: Controls = {}): number {
  const choices = choicesWith({ models, model });
  const usual = instructionFor('summarize');
  const instruction = { ...usual, controls: { ...usual.controls, ...controls } };
  return planOf(instruction, source, choices, at).estimate.cost?.high ?? 0;
}

interface World {
  readonly limits?: Partial<Limits>;
  readonly spent?: number;
  readonly run?: Partial<Run>;
  readonly selected?: boolean;
}

function world({ limits = {}, spent = 0, run: change = {}, selected = false }: World) {
  const cost = costOf(opus);
  const problem: Problem = { kind: 'over-limit', limit: 'day', most: 1, left: 1, cost };
  const run: Run = {
    ...instructionFor('summarize'),
    id: 'r',
    endpointId: 'anthropic',
    model: opus,
    state: { kind: 'failed', problem },
    aim: usualAim,
    source: page,
    found: null,
    language: 'English',
    turns: [],
    createdAt: at,
    private: false,
    saved: true,
    seen: false,
    ...change,
  };
  const begun: Start[] = [];
  const ask = vi.fn(async () => {});
  const sums = { atMost: spent, unpriced: 0 };
  const staff = {
    runner: {
      find: async (id: string) => (id === 'r' ? run : null),
      begin: (start: Start) => void begun.push(start),
      ask,
      budget: {
        state: async () => ({
          limits: { ...noLimits, ...limits },
          spent: { month: sums, day: sums },
          reserved: 0,
        }),
      },
    },
    means: {
      choices: async () => choicesWith({ models }),
      findAccess: async () => ({ kind: 'granted', key: 'k' }),
      time: { now: () => at, ticks: () => 0, random: () => 0 },
      counts: noCounts,
    },
    capture: async () => ({ kind: 'source', source: selected ? selection : page }),
    isPrivate: async () => false,
  } as unknown as Staff;
  const ways = () =>
    cheaperCommands['cheaper-ways']({ kind: 'cheaper-ways', runId: 'r', tabId: 1 }, staff);
  type Way = Parameters<(typeof cheaperCommands)['take-cheaper']>[0]['way'];
  const take = (way: Way) =>
    cheaperCommands['take-cheaper']({ kind: 'take-cheaper', runId: 'r', tabId: 1, way }, staff);
  const start: Beginning = {
    ...{ tabId: 1, actionId: 'summarize', controls: {}, question: '', source: page },
    ...{ shielded: false, endpointId: 'anthropic', model: opus },
  };
  const ahead = (change: Partial<Beginning> = {}) =>
    cheaperCommands['cheaper-before']({ ...start, ...change, kind: 'cheaper-before' }, staff);
  const sourceBefore = (way: 'selection' | 'part', change: Partial<Beginning> = {}) =>
    cheaperCommands['source-before']({ ...start, ...change, kind: 'source-before', way }, staff);
  return { ways, take, ahead, sourceBefore, begun, ask, cost };
}

beforeEach(async () => {
  fakeBrowser.reset();
  await writeModels('anthropic', models);
});

describe('above a limit', () => {
  test('the cheapest model is told with its price and how much less that is', async () => {
    const { ways, cost } = world({ limits: { day: costOf(opus) - 1 } });
    const haiku = costOf(defaultModel.id);
    expect((await ways()).model).toEqual({
      ...{ endpointId: 'anthropic', model: defaultModel.id, name: 'Haiku', atMost: haiku },
      less: Math.floor((1 - haiku / cost) * 100) / 100,
    });
  });

  test('what is above the limit as well is no way', async () => {
    const { ways } = world({ limits: { day: costOf(defaultModel.id) - 1 } });
    expect((await ways()).model).toBeNull();
    const spent = costOf(opus);
    const { ways: later } = world({ limits: { day: spent + 10 }, spent });
    expect(await later()).toEqual({ model: null, shorter: null, selection: null, part: null });
  });

  test('the first part that fits is as long as the money allows', async () => {
    const day = Math.round(costOf(opus) * 0.7);
    const { ways, take, begun } = world({ limits: { day } });
    const { part } = await ways();
    expect(part?.share).toBeGreaterThan(0.1);
    expect(part?.atMost).toBeLessThanOrEqual(day);
    await take({ kind: 'part' });
    const [start] = begun;
    const captured = await start?.capture(new AbortController().signal);
    const source = captured?.kind === 'source' ? captured.source : page;
    expect(page.text.startsWith(source.text)).toBe(true);
    expect(costOf(opus, source)).toBe(part?.atMost);
    expect(source.part?.share).toBe(part?.share);
  });

  test('only what is selected is a way where a page was to be read', async () => {
    const limits = { day: costOf(opus) - 1 };
    const atMost = costOf(opus, selection);
    expect((await world({ limits, selected: true }).ways()).selection).toMatchObject({ atMost });
    expect((await world({ limits }).ways()).selection).toBeNull();
    const reading = world({ limits, selected: true, run: { source: selection } });
    expect((await reading.ways()).selection).toBeNull();
  });

  test('nothing is a way under a limit of 0, or when something else went wrong', async () => {
    const none = { model: null, shorter: null, selection: null, part: null };
    expect(await world({ limits: { month: 0 } }).ways()).toEqual(none);
    const failed = { kind: 'failed', problem: { kind: 'offline' } } as const;
    expect(await world({ run: { state: failed } }).ways()).toEqual(none);
  });

  test('a shorter answer is told with its length: the longest that fits, of what is read and can be of several lengths', async () => {
    const atMost = costOf(opus, page, { length: 'short' });
    const limits = { day: costOf(opus) - 1 };
    expect((await world({ limits }).ways()).shorter).toMatchObject({ length: 'short', atMost });
    const { shorter } = await world({ limits: { day: atMost - 1 } }).ways();
    expect(shorter).toMatchObject({
      length: 'line',
      atMost: costOf(opus, page, { length: 'line' }),
    });
    const shortest = { controls: { length: 'line' } } as const;
    expect((await world({ limits, run: shortest }).ways()).shorter).toBeNull();
    const replaced = instructionFor('rewrite');
    expect((await world({ limits, run: replaced }).ways()).shorter).toBeNull();
  });

  test('who takes it asks for an answer of that length', async () => {
    const { take, begun } = world({ limits: { day: costOf(opus) - 1 } });
    await take({ kind: 'shorter', length: 'short' });
    expect(begun).toMatchObject([{ cheaper: true, model: opus, controls: { length: 'short' } }]);
    expect(await begun[0]?.capture(new AbortController().signal)).toMatchObject({ source: page });
  });

  test('a selection that is gone is not taken, and the answer is not said to be gone', async () => {
    const { take, begun } = world({ limits: { day: costOf(opus) - 1 } });
    expect(await take({ kind: 'selection' })).toBe(true);
    expect(begun).toEqual([]);
  });

  test('a way that is taken shows what it takes before anything is sent', async () => {
    const { take, begun } = world({ limits: { day: costOf(opus) - 1 }, selected: true });
    await take({ kind: 'model', endpointId: 'anthropic', model: defaultModel.id });
    await take({ kind: 'selection' });
    expect(begun).toMatchObject([
      { cheaper: true, endpointId: 'anthropic', model: defaultModel.id, question: '' },
      { cheaper: true, endpointId: 'anthropic', model: opus },
    ]);
    expect(await begun[1]?.capture(new AbortController().signal)).toMatchObject({
      source: { text: selection.text },
    });
  });

  test('a follow-up can go to a cheaper model of the same place, in the same run', async () => {
    const problem: Problem = {
      kind: 'over-limit',
      ...{ limit: 'run', most: 1, left: 1, cost: costOf(opus) },
    };
    const asked = { endpointId: 'anthropic', model: opus };
    const turns = [
      turn({ kind: 'done' }, { asked, text: 'It froze.' }),
      turn({ kind: 'failed', problem }, { asked, question: 'When?' }),
    ];
    const { ways, take, ask, begun } = world({
      limits: { day: costOf(opus) },
      run: { state: { kind: 'active' }, turns },
    });
    expect(await ways()).toMatchObject({
      model: { model: defaultModel.id },
      selection: null,
      part: null,
    });
    await take({ kind: 'model', endpointId: 'anthropic', model: defaultModel.id });
    expect(ask).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ question: 'When?', model: defaultModel.id, cheaper: true }),
    );
    await take({ kind: 'part' });
    expect(begun).toEqual([]);
  });
});

describe('before anything is begun', () => {
  const limits = { day: costOf(opus) - 1 };

  test('what a limit would stop has the same ways as what it has stopped', async () => {
    const { ways, ahead, begun } = world({ limits, selected: true });
    const found = await ahead();
    expect(found).toEqual(await ways());
    expect(found.model?.model).toBe(defaultModel.id);
    expect(begun).toEqual([]);
  });

  test('what is under all limits needs no other way, and under a limit of 0 there is none', async () => {
    const none = { model: null, shorter: null, selection: null, part: null };
    expect(await world({}).ahead()).toEqual(none);
    expect(await world({ limits: { day: costOf(opus) } }).ahead()).toEqual(none);
    expect(await world({ limits: { run: 0 } }).ahead()).toEqual(none);
    expect(await world({ limits }).ahead({ actionId: 'own:gone' })).toEqual(none);
  });

  test('a limit of each run counts as well', async () => {
    const { ahead } = world({ limits: { run: costOf(opus) - 1 } });
    expect((await ahead()).model?.model).toBe(defaultModel.id);
  });

  test('the page around a selection counts only where it is read, and is still there for what reads it', async () => {
    const around = page.text.repeat(3);
    const source: Source = { ...page, kind: 'selection', around };
    const none = { model: null, shorter: null, selection: null, part: null };
    expect(await world({ limits: { day: costOf(opus) } }).ahead({ source })).toEqual(none);
    const less = world({ limits: { day: Math.round(costOf(opus) * 0.7) } });
    const part = await less.sourceBefore('part', { source });
    expect(part?.around).toBe(around);
    expect(part?.text.length).toBeLessThan(page.text.length);
  });

  test('a part is just what was priced, and a selection what is selected', async () => {
    const { ahead, sourceBefore } = world({
      limits: { day: Math.round(costOf(opus) * 0.7) },
      selected: true,
    });
    const { part } = await ahead();
    const source = await sourceBefore('part');
    expect(costOf(opus, source ?? page)).toBe(part?.atMost);
    expect(await sourceBefore('selection')).toBe(selection);
    const unselected = world({ limits });
    expect(await unselected.sourceBefore('selection')).toBeNull();
    expect(await world({}).sourceBefore('part')).toBeNull();
  });
});
