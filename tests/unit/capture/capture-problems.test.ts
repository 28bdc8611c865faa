import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Capture, capture, type Target } from '../../../utils/capture/capture';
import type { Scripting } from '../../../utils/capture/inject';
import {
  ask,
  browserWith,
  type Frames,
  forbidden,
  nothing,
  page,
  place,
  selection,
  textOf,
  top,
} from '../capture-support';

test.each([1, 3])(
  'a page that refuses %i times is asked again: its process may not know of the click yet',
  async (refusals) => {
    const willing = browserWith({ 0: selection });
    let asked = 0;
    const late: Scripting = {
      async executeScript(injection) {
        asked += 1;
        if (asked <= refusals) throw new Error('Cannot access contents of the page.');
        return willing.executeScript(injection);
      },
    };
    const told = { tabId: 1, wants: 'selection-or-page', selectionText: 'one two' } as const;
    expect(await textOf(capture(told, late))).toBe('selection: one\n\ntwo');
    expect(asked).toBe(refusals + 1);
  },
);

describe('where a selection can be written to', () => {
  const editable = { ...selection, editable: 'rich' };
  const placeIn = async (frames: Frames, target: Partial<Target> = {}) => {
    const done = await ask(frames, target);
    return done.kind === 'source' ? done.source.place : done.problem.kind;
  };
  test.each<[string, Frames, Partial<Target>, unknown]>([
    ['the page', { 0: editable }, {}, { kind: 'rich', frameId: 0 }],
    ['the frame that was clicked', { 7: editable }, { frameId: 7 }, { kind: 'rich', frameId: 7 }],
    [
      'the frame in focus',
      { 0: { ...page, frame: top }, 5: editable },
      {},
      { kind: 'rich', frameId: 5 },
    ],
    ['known by a mark', { 0: { ...editable, mark: 5 } }, {}, { kind: 'rich', frameId: 0, mark: 5 }],
    ['nowhere', { 0: selection }, {}, undefined],
    ['nowhere, when a part was left out', { 0: { ...editable, cut: 1 } }, {}, undefined],
    [
      'nowhere, when only the browser tells it',
      { 0: forbidden },
      { selectionText: 'one' },
      undefined,
    ],
    ['nowhere that we know', { 0: { ...selection, editable: 'wall' } }, {}, 'page-forbids'],
  ])('is %s', async (_, frames, target, expected) => {
    expect(await placeIn(frames, target)).toEqual(expected);
  });
});

describe('a focused frame that the page cannot look into', () => {
  const focused = { ...page, frame: 'https://ads.example/x' };
  const inFrame = { ...selection, address: 'https://ads.example/y', title: 'Frame' };
  test.each<[string, Frames, Partial<Target>, string]>([
    ['is unreadable when it does not answer', { 0: focused }, {}, 'frame-unreadable'],
    ['has the selection', { 0: focused, 5: inFrame }, {}, 'selection: one\n\ntwo'],
    [
      'wins over other frames',
      { 0: focused, 2: { ...selection, text: 'old' }, 5: inFrame },
      {},
      'selection: one\n\ntwo',
    ],
    [
      'may have navigated',
      { 0: focused, 5: { ...inFrame, address: 'https://b.example/' } },
      {},
      'selection: one\n\ntwo',
    ],
    [
      'answers that nothing is selected',
      { 0: focused, 5: { ...page, text: 'ad', address: 'https://ads.example/y' } },
      {},
      'page: The page.',
    ],
    [
      'is not another that answers',
      { 0: focused, 5: { ...page, address: top } },
      {},
      'frame-unreadable',
    ],
    [
      'does not matter when the page itself was clicked',
      { 0: focused },
      { frameId: 0 },
      'page: The page.',
    ],
    [
      'does not matter to a selection',
      { 0: { ...selection, frame: null } },
      {},
      'selection: one\n\ntwo',
    ],
  ])('%s', async (_, frames, target, expected) => {
    expect(await textOf(ask(frames, target))).toBe(expected);
  });

  test("its selection goes by the page's title and address", async () => {
    expect(await ask({ 0: focused, 5: inFrame })).toMatchObject({
      source: { title: 'Title', address: top },
    });
  });

  test('a clicked one is offered the page instead, where there is one', async () => {
    const clicked = { frameId: 5 };
    expect(await textOf(ask({ 0: page, 5: forbidden }, clicked, { 0: page }))).toBe(
      'frame-unreadable',
    );
    expect(await textOf(ask({ 0: page, 5: forbidden }, clicked, { 0: nothing }))).toBe(
      'page-forbids',
    );
    expect(await textOf(ask({}, clicked))).toBe('page-forbids');
  });
});

describe('a page with nothing but a frame that it cannot look into', () => {
  const address = 'https://papers.example/one.pdf';
  test.each<[string, Frames, Partial<Target>]>([
    ['says where that is from', { 0: { ...nothing, frame: address } }, { wants: 'page' }],
    [
      'does so when everything visible is wanted',
      { 0: { ...nothing, frame: address } },
      { wants: 'everything' },
    ],
  ])('%s', async (_, frames, target) => {
    expect(await ask({}, target, frames)).toEqual({
      kind: 'problem',
      problem: { kind: 'only-a-frame', address },
    });
  });

  test('does so when that frame was clicked', async () => {
    const page = { 0: { ...nothing, frame: address } };
    expect(await textOf(ask({ 0: nothing, 5: forbidden }, { frameId: 5 }, page))).toBe(
      'only-a-frame',
    );
  });

  test.each([
    ['itself', top],
    ['a script', 'javascript:alert(1)'],
    ['nothing', 'about:blank'],
    ['no address', 'https://'],
    ['an address that was cut', `https://papers.example/${'x'.repeat(1977)}`],
  ])('is not told to open %s', async (_, frame) => {
    expect(await textOf(ask({}, { wants: 'page' }, { 0: { ...nothing, frame } }))).toBe(
      'nothing-selected',
    );
  });
});

describe('an answer of the wrong shape', () => {
  test.each<[string, unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['a string', 'text'],
    ['an empty object', {}],
    ['an unknown kind', { ...page, kind: 'image' }],
    ['text that is none', { ...page, text: ['a'] }],
    ['no text', { kind: 'page', hidden: 0, cut: 0, ...place }],
    ['too much text', { ...page, text: 'x'.repeat(4_000_001) }],
    ['an endless title', { ...page, title: 'x'.repeat(501) }],
    ['an endless address', { ...page, address: `https://${'x'.repeat(2000)}` }],
    ['a count that is none', { ...page, hidden: Number.NaN }],
    ['a negative count', { ...page, cut: -1 }],
  ])('is as if the page forbade: %s', async (_, result) => {
    expect(await textOf(ask({ 0: result }))).toBe('page-forbids');
  });

  test.each(['', 'not a language', 'x'.repeat(36), 5, '"><script>'])(
    'is no language: %s',
    async (language) => {
      expect(await ask({ 0: { ...page, language } })).toMatchObject({ source: { language: null } });
    },
  );
});

describe('a page that never answers', () => {
  const silent: Scripting = { executeScript: () => new Promise(() => undefined) };
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function outcomeAfter(target: Partial<Target>, ms: number): Promise<Capture | 'waiting'> {
    let outcome: Capture | 'waiting' = 'waiting';
    void capture({ tabId: 1, wants: 'selection-or-page', ...target }, silent).then((done) => {
      outcome = done;
    });
    await vi.advanceTimersByTimeAsync(ms);
    return outcome;
  }

  test.each<[string, Partial<Target>, string]>([
    ['is silent', {}, 'page-silent'],
    ['is silent as a whole too', { wants: 'page' }, 'page-silent'],
    ['is silent in a frame, without a second wait', { frameId: 5 }, 'page-silent'],
  ])('%s after two seconds', async (_, target, kind) => {
    expect(await outcomeAfter(target, 1999)).toBe('waiting');
    expect(await outcomeAfter(target, 2000)).toEqual({ kind: 'problem', problem: { kind } });
  });

  test('gives what the browser told', async () => {
    expect(await outcomeAfter({ selectionText: 'told' }, 2000)).toMatchObject({
      source: { text: 'told' },
    });
  });

  test('leaves no timer behind when it answers', async () => {
    await ask({ 0: page });
    expect(vi.getTimerCount()).toBe(0);
  });
});

test('a browser that throws at once is one that refuses', async () => {
  const scripting: Scripting = {
    executeScript() {
      throw new TypeError('Invalid tab');
    },
  };
  expect(await textOf(capture({ tabId: -1, wants: 'page' }, scripting))).toBe('page-forbids');
});
