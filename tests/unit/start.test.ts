import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArguments, takeKey, usage } from '../../scripts/start/arguments';
import { insteadOf } from '../../scripts/start/choose';
import { wrap, write } from '../../scripts/start/report';
import { passages, summarizeSample } from '../../scripts/start/sample-summary';

describe('npm start reads what it was asked', () => {
  const screen = { DISPLAY: ':0' };
  const start = (brand: string | undefined, attended: boolean) => ({
    kind: 'start',
    brand,
    attended,
  });

  test.each([
    ['nothing, at a screen', [], screen, start(undefined, true)],
    ['nothing, on Wayland', [], { WAYLAND_DISPLAY: 'wayland-0' }, start(undefined, true)],
    ['nothing, without a screen', [], {}, start(undefined, false)],
    ['a browser', ['--browser', 'firefox'], screen, start('firefox', true)],
    ['a browser with =', ['--browser=edge'], screen, start('edge', true)],
    ['headless', ['--headless'], screen, start(undefined, false)],
    ['CI', [], { ...screen, CI: 'true' }, start(undefined, false)],
    ['no CI', [], { ...screen, CI: 'false' }, start(undefined, true)],
  ] as const)('%s', (_what, args, env, wishes) => {
    expect(readArguments(args, env, 'linux')).toEqual(wishes);
  });

  test('elsewhere than on Linux there is always a screen', () => {
    expect(readArguments([], {}, 'darwin')).toEqual(start(undefined, true));
    expect(readArguments([], {}, 'win32')).toEqual(start(undefined, true));
  });

  test.each([
    ['an unknown browser', ['--browser', 'lynx'], /lynx/],
    ['an unknown option', ['--fast'], /--fast/],
    ['a stray word', ['firefox'], /firefox/],
    ['a browser without a name', ['--browser'], /--browser/],
  ] as const)('%s: how to use it', (_what, args, wrong) => {
    expect(readArguments(args, screen, 'linux')).toEqual({
      kind: 'usage',
      wrong: expect.stringMatching(wrong),
    });
  });

  test('--help is no mistake', () => {
    expect(readArguments(['--help'], screen, 'linux')).toEqual({ kind: 'usage', wrong: null });
  });

  test('what is said of its use has one -- for all options: behind a second one they are none', () => {
    expect(usage.match(/ --(?= |$)/gm)).toHaveLength(1);
  });

  test('a key leaves the environment, so that nothing started from here inherits it', () => {
    const env = { ANTHROPIC_API_KEY: ' sk-ant-1 ', PATH: '/bin' };
    expect(takeKey(env)).toBe('sk-ant-1');
    expect(env).toEqual({ PATH: '/bin' });
    expect(takeKey({ ANTHROPIC_API_KEY: '' })).toBeNull();
    expect(takeKey({})).toBeNull();
  });
});

describe('where the browser is missing that was asked for', () => {
  const chromium = { name: 'chromium', family: 'chromium', path: '/usr/bin/chromium' } as const;

  test.each([
    [
      'no package is named that brings another',
      'edge',
      chromium,
      'linux',
      /Install it.* -- --browser chromium$/,
    ],
    [
      'on Linux Chrome is in no package either',
      'chrome',
      undefined,
      'linux',
      /Install it, or another one\.$/,
    ],
    [
      'on a Mac a command brings Chrome, not Chromium',
      'chromium',
      undefined,
      'darwin',
      /Install it/,
    ],
  ] as const)('%s', (_what, wanted, other, platform, words) => {
    expect(insteadOf(wanted, other, platform)).toMatch(words);
  });

  test.each([
    [undefined, 'linux'],
    ['chromium', 'linux'],
    ['firefox', 'linux'],
    ['chrome', 'darwin'],
    ['firefox', 'win32'],
  ] as const)('%s on %s comes by a command', (wanted, platform) => {
    expect(insteadOf(wanted, undefined, platform)).toBeNull();
  });
});

describe('the demo', () => {
  const html = readFileSync(join(import.meta.dirname, '../pages/article.html'), 'utf8');
  const marks = passages.map(({ mark }) => mark);

  test('knows each passage of the sample article by words that occur there once', () => {
    for (const mark of marks) expect(html.split(mark)).toHaveLength(2);
  });

  test('claims no number that the article does not have', () => {
    const said = [summarizeSample(marks.join()), ...marks.map(summarizeSample)].join();
    for (const number of said.match(/\d[\d.,]*\d|\d/g) ?? []) expect(html).toContain(number);
  });

  test('sums up the whole in one point for each passage', () => {
    const points = summarizeSample(html)
      ?.split('\n')
      .filter((line) => line.startsWith('- '));
    expect(points).toHaveLength(passages.length);
  });

  test('sums up a selection by that alone', () => {
    const said = summarizeSample(
      'In the spring of 1998 the river Lenn rose by 4.2 metres in nine.',
    );
    expect(said).toMatch(/^In 1998 .*\n\n- .*\n- .*$/);
    expect(said).not.toContain('2021');
  });

  test('leaves every other text to the stand-in', () => {
    expect(summarizeSample('Pelicans are large water birds.')).toBeUndefined();
  });
});

describe('a popup as text', () => {
  test('breaks lines between words and indents what follows', () => {
    expect(wrap('• one two three four', 10, '  ')).toEqual(['• one two', '  three', '  four']);
    expect(wrap('unbreakable', 4)).toEqual(['unbreakable']);
    expect(wrap('', 4)).toEqual([]);
  });

  test('shows title, answer and the aligned rows of the receipt', () => {
    const shown = {
      title: 'River',
      answer: ['It rose.', '• Fast'],
      receipt: [
        ['Model', 'Haiku'],
        ['Cost', '$0.01'],
      ],
      problem: null,
    } as const;
    expect(write(shown)).toBe(
      [
        '  River',
        '',
        '  It rose.',
        '  • Fast',
        '',
        '  Receipt',
        '  Model  Haiku',
        '  Cost   $0.01',
      ].join('\n'),
    );
  });
});
