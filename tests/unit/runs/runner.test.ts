import { describe, expect, test, vi } from 'vitest';
import type { Run } from '../../../utils/core/runs/run';
import type { Endpoint, EndpointEvent } from '../../../utils/endpoints/endpoint';
import type { RunnerParts } from '../../../utils/runs/office';
import { memoryJournal } from '../../../utils/store/runs';
import { instructionFor, sourceWith } from '../support';
import { reading } from './parts';
import {
  freshWorlds,
  halfway,
  scripted,
  settle,
  started,
  stateOf,
  usage,
  whole,
  world,
} from './world';

freshWorlds();

describe('a run', () => {
  test('goes from the click to the receipt, and a view that was there all the time has seen it', async () => {
    const { start, show, lines } = world(scripted());
    start();
    const view = show();
    await settle();
    const turn = view.current()?.turns[0];
    expect(turn).toMatchObject({
      text: 'Hello world.',
      state: { kind: 'done' },
      requestId: 'req_1',
    });
    expect(turn?.receipt).toMatchObject({
      cost: { kind: 'exact', nano: 100 * 100 + 20 * 500 },
      final: true,
    });
    expect(lines).toMatchObject([
      { id: turn?.id, cost: turn?.receipt?.cost, outcome: 'done', site: 'example.org' },
    ]);
  });

  test('is there in the same tick as the click', () => {
    const { start, runner } = world(scripted());
    start();
    return expect(runner.find('id-1')).resolves.toMatchObject({ state: { kind: 'capturing' } });
  });

  test('looks the same to a view that comes in the middle and to one that comes at the end', async () => {
    const { start, show, runner } = world(halfway());
    start();
    const early = show();
    await settle();
    const late = show();
    await settle();
    expect(late.current()).toEqual(early.current());
    expect(late.messages[0]).toMatchObject({ kind: 'snapshot' });
    runner.stop('id-1');
    await settle();
    const last = show();
    await settle();
    expect(last.current()).toEqual(early.current());
    expect(stateOf(early.current())).toBe('stopped');
  });

  test('is in the journal before its request leaves', async () => {
    const journal = memoryJournal();
    const endpoint = scripted();
    const stream = endpoint.stream.bind(endpoint);
    const seen: (Run | null)[] = [];
    endpoint.stream = async function* (...args) {
      seen.push(await journal.get('id-1'));
      yield* stream(...args);
    };
    world(endpoint, { journal }).start();
    await settle();
    expect(seen).toHaveLength(1);
    expect(stateOf(seen[0] ?? null)).toBe('sending');
    expect(seen[0]?.turns[0]?.sentAt).not.toBeNull();
  });

  test('keeps the background awake while it lives, and no longer', async () => {
    const { start, runner, awake } = world(halfway());
    start();
    expect(awake()).toBe(1);
    await settle(50_000);
    expect(awake()).toBe(1);
    runner.stop('id-1');
    await settle();
    expect(awake()).toBe(0);
  });

  const tooMuch: EndpointEvent = { kind: 'usage', usage: { ...usage, output: 9_000 } };
  const unlikely = scripted({ events: [...whole.slice(0, -1), tooMuch, ...whole.slice(-1)] });
  const unreported = scripted({ events: whole.slice(0, 3) });
  test.each([
    ['teaches the next estimate what its prompt was billed at', scripted(), false, [100]],
    ['of a private window teaches nothing', scripted(), true, []],
    ['that was billed beyond belief teaches nothing', unlikely, false, []],
    ['whose last report never came teaches nothing', unreported, false, []],
  ])('%s', async (_, endpoint, isPrivate, expected) => {
    const bills: number[] = [];
    const learnFrom: RunnerParts['learnFrom'] = async ({ billed }) => void bills.push(billed);
    const { start } = world(endpoint, { learnFrom });
    start({ private: isPrivate });
    await settle();
    expect(bills).toEqual(expected);
  });

  test('that tells its sources teaches nothing: what they add to a prompt is guessed', async () => {
    const learnFrom = vi.fn(async () => {});
    world(scripted(), { learnFrom }).start(instructionFor('summarize', { sources: true }));
    await settle();
    expect(learnFrom).not.toHaveBeenCalled();
  });

  test.each([
    ['counts for how often it is asked more', false, [{ key: 'summarize', follows: null }]],
    ['of a private window counts for nothing', true, []],
  ])('%s', async (_, isPrivate, expected) => {
    const counted: unknown[] = [];
    const countAnswer: RunnerParts['countAnswer'] = async (answered) => void counted.push(answered);
    world(scripted(), { countAnswer }).start({ private: isPrivate });
    await settle();
    expect(counted).toEqual(expected);
  });

  test('is replaced, for whoever watches its tab, by the next one', async () => {
    const { start, show } = world(scripted());
    start();
    const view = show();
    await settle(3_000);
    start(instructionFor('explain'));
    await settle();
    expect(view.current()).toMatchObject({ id: 'id-3', action: { id: 'explain' } });
  });
});

test('a page is read in the tick of the click, while the user’s leave to read it holds', () => {
  const capture = vi.fn(reading(sourceWith()));
  world(scripted()).start({ capture });
  expect(capture).toHaveBeenCalledOnce();
});

test('when a run has come to rest it is time to tidy up', async () => {
  const rested = vi.fn();
  const { start, runner } = world(halfway(), { rested });
  start();
  await settle();
  expect(rested).not.toHaveBeenCalled();
  runner.stop('id-1');
  await settle();
  expect(rested).toHaveBeenCalledOnce();
});

test('a view gets at most one message a frame, however fast the text comes', async () => {
  const flood: EndpointEvent[] = [
    started,
    ...Array.from({ length: 500 }, (): EndpointEvent => ({ kind: 'text', text: 'x' })),
  ];
  const { start, show } = world(scripted({ events: flood, hangs: true }));
  start();
  const view = show();
  await settle(32);
  expect(view.current()?.turns[0]?.text).toHaveLength(500);
  expect(view.messages.length).toBeLessThanOrEqual(5);
});

test.each([
  ['a day on', 86_400_000],
  ['a day back', -86_400_000],
])('a clock that jumps %s in mid-stream changes no duration, and ends nothing', async (_, jump) => {
  const endpoint: Endpoint = {
    async *stream({ heard }) {
      yield started;
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      vi.setSystemTime(Date.now() + jump);
      heard();
      for (const event of whole.slice(1)) yield event;
    },
    listModels: async () => [],
  };
  const { start, show, lines } = world(endpoint);
  start();
  const view = show();
  await settle(3_000);
  const turn = view.current()?.turns[0];
  expect(turn).toMatchObject({ text: 'Hello world.', state: { kind: 'done' } });
  expect(turn?.receipt?.wholeMs).toBeGreaterThanOrEqual(2_000);
  expect(turn?.receipt?.wholeMs).toBeLessThan(3_000);
  expect(lines).toHaveLength(1);
});

test('fifty actions in fifty tabs at once are fifty requests, each with its answer', async () => {
  const endpoint = scripted();
  const { start, show, lines } = world(endpoint);
  const tabs = Array.from({ length: 50 }, (_, index) => index + 1);
  for (const tabId of tabs) start({ tabId });
  await settle(60_000);
  expect(endpoint.calls).toBe(50);
  expect(new Set(lines.map(({ id }) => id)).size).toBe(50);
  for (const tabId of tabs) {
    const view = show(tabId);
    await settle();
    expect(view.current()?.turns[0]).toMatchObject({
      text: 'Hello world.',
      state: { kind: 'done' },
    });
  }
});
