import { describe, expect, test } from 'vitest';
import { capture, type Target } from '../../../utils/capture/capture';
import {
  ask,
  browserWith,
  type Frames,
  forbidden,
  nothing,
  page,
  selection,
  textOf,
  top,
} from '../capture-support';

describe('without a word from the browser', () => {
  test.each<[string, Frames, string]>([
    ['a selection is taken', { 0: selection }, 'selection: one\n\ntwo'],
    ['else the page', { 0: page }, 'page: The page.'],
    ['an empty page is nothing selected', { 0: nothing }, 'nothing-selected'],
    ['a page that refuses scripts forbids', { 0: forbidden }, 'page-forbids'],
    [
      'text of hidden characters alone is nothing',
      { 0: { ...page, text: '\u200B\u{E0041}' } },
      'nothing-selected',
    ],
    ['frames are not asked without need', { 0: page, 4: selection }, 'page: The page.'],
  ])('%s', async (_, frames, expected) => {
    expect(await textOf(ask(frames))).toBe(expected);
  });

  test('a source says all about its text', async () => {
    expect(await ask({ 0: { ...selection, hidden: 2, cut: 7 } })).toEqual({
      kind: 'source',
      source: {
        kind: 'selection',
        text: 'one\n\ntwo',
        title: 'Title',
        address: top,
        language: 'en',
        hidden: 2,
        cut: 7,
        whole: null,
        unsure: false,
        media: null,
      },
    });
  });

  test('what a renderer sends is normalised again', async () => {
    const result = await ask({
      0: { ...page, text: 'a\r\nb\u202E\uD800', title: 'x\n\u202Ey', hidden: 1 },
    });
    expect(result).toMatchObject({ source: { text: 'a\nb\uFFFD', title: 'x y', hidden: 2 } });
  });
});

describe('with the selection that the browser told', () => {
  const told = 'one two';
  test.each<[string, Frames, Partial<Target>, string]>([
    ["the page's is better: it keeps line breaks", { 0: selection }, {}, 'selection: one\n\ntwo'],
    [
      'list marks and case do not matter',
      { 0: { ...selection, text: '1. ONE\n2. Two' } },
      {},
      'selection: 1. ONE\n2. Two',
    ],
    [
      'another selection is not taken',
      { 0: { ...selection, text: 'other words' } },
      {},
      'selection: one two',
    ],
    ['a shorter one neither', { 0: { ...selection, text: 'on' } }, {}, 'selection: one two'],
    [
      'a longer one neither',
      { 0: { ...selection, text: `one two${' more'.repeat(9)}` } },
      {},
      'selection: one two',
    ],
    ['the page is never taken instead', { 0: page }, {}, 'selection: one two'],
    ['a page without text has it', { 0: nothing }, {}, 'selection: one two'],
    ['a page that refuses has it', { 0: forbidden }, {}, 'selection: one two'],
    [
      'a frame that refuses has it',
      { 0: page, 3: forbidden },
      { frameId: 3 },
      'selection: one two',
    ],
    [
      'a readable frame has its own',
      { 0: page, 3: selection },
      { frameId: 3 },
      'selection: one\n\ntwo',
    ],
    ['blanks are no selection', { 0: page }, { selectionText: ' \u200B\n' }, 'page: The page.'],
    [
      "a password's dots are no selection",
      { 0: page },
      { selectionText: '••••••' },
      'page: The page.',
    ],
    [
      'what must not be read is not told either',
      { 0: { ...nothing, secret: true } },
      { wants: 'selection' },
      'nothing-selected',
    ],
    [
      'nor is the page taken in its place',
      { 0: { ...nothing, secret: true } },
      { selectionText: '••••' },
      'nothing-selected',
    ],
    [
      'nor what was left out of a selection',
      { 0: { ...selection, text: 'one', secret: true } },
      { selectionText: 'one, and a code 123456 that is shown as dots' },
      'selection: one',
    ],
  ])('%s', async (_, frames, target, expected) => {
    expect(await textOf(ask(frames, { selectionText: told, ...target }))).toBe(expected);
  });

  test('Firefox tells the beginning of long ones only', async () => {
    const long = 'word\n'.repeat(5000).trim();
    const result = await ask(
      { 0: { ...selection, text: long } },
      { selectionText: long.replaceAll('\n', ' ').slice(0, 16_384) },
    );
    expect(result).toMatchObject({ source: { text: long } });
  });

  test('Firefox tells the descriptions of images too', async () => {
    expect(await textOf(ask({ 0: selection }, { selectionText: 'one a cat two' }))).toBe(
      'selection: one\n\ntwo',
    );
  });

  test.each<[string, string, string, boolean]>([
    ['numbers alone', '1\n2', '1 2', true],
    ['other numbers', '1\n3', '1 2', false],
    ['no letters against letters', '12', 'one', false],
  ])('%s', async (_, text, selectionText, taken) => {
    const result = await ask({ 0: { ...selection, text } }, { selectionText });
    expect(result).toMatchObject({ source: { text: taken ? text : selectionText } });
  });

  test('it is normalised, with the title and address of the tab', async () => {
    expect(
      await ask(
        { 0: forbidden },
        { selectionText: ' a\u202Eb \r\n', title: 'A\u202E tab', address: top },
      ),
    ).toEqual({
      kind: 'source',
      source: {
        kind: 'selection',
        text: ' ab',
        title: 'A tab',
        address: top,
        language: null,
        hidden: 1,
        cut: 0,
        whole: null,
        unsure: false,
        media: null,
      },
    });
  });
});

describe('the whole page', () => {
  test.each<[string, Frames, string]>([
    ['ignores the selection', { 0: page }, 'page: The page.'],
    ['may be empty', { 0: nothing }, 'nothing-selected'],
    ['may forbid', {}, 'page-forbids'],
  ])('%s', async (_, pages, expected) => {
    const target = { wants: 'page', selectionText: 'one two', frameId: 3 } as const;
    expect(await textOf(ask({ 0: selection, 3: selection }, target, pages))).toBe(expected);
  });
});

test('everything visible is asked for by leaving word first, in one injection', async () => {
  const everything = { ...page, kind: 'everything', text: 'All of it.' };
  const scripting = browserWith({ 0: nothing }, { 0: everything });
  const wanted = await capture({ tabId: 9, wants: 'everything' }, scripting);
  expect(scripting.asked.map(({ files }) => files)).toEqual([
    ['/want-everything.js', '/capture-page.js'],
  ]);
  expect(wanted).toMatchObject({
    source: { kind: 'everything', text: 'All of it.', whole: null, unsure: false },
  });
});

test('scripts run at once, in the frame that was clicked', async () => {
  const scripting = browserWith({ 3: selection });
  await capture({ tabId: 9, frameId: 3, wants: 'selection-or-page' }, scripting);
  expect(scripting.asked).toEqual([
    { target: { tabId: 9, frameIds: [3] }, files: ['/capture.js'], injectImmediately: true },
  ]);
});

test.each([
  [{ ...page, frame: 'https://inner.example/' }, 'https://inner.example/'],
  [page, undefined],
])('a frame that takes much of a page and was not read is told', async (answer, frame) => {
  const told = await ask({ 0: answer }, { wants: 'page' });
  expect(told.kind === 'source' && told.source.frame).toBe(frame);
});
