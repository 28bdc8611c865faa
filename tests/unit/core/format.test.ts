import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ago,
  costFigure,
  countdown,
  countRange,
  date,
  duration,
  elapsed,
  exactMoney,
  languageName,
  lengthOf,
  money,
  moneyRange,
  mostMoney,
} from '../../../utils/core/format';

describe('money', () => {
  test.each([
    [0, '$0.00'],
    [1, '$0.000000001'],
    [520_000, '$0.00052'],
    [523_400, '$0.00052'],
    [9_960_000, '$0.01'],
    [13_400_000, '$0.013'],
    [99_600_000, '$0.10'],
    [100_000_000, '$0.10'],
    [250_000_000, '$0.25'],
    [1_234_500_000, '$1.23'],
    [1_234_567_000_000, '$1,234.57'],
  ])('%i nano-dollars read %s', (nano, written) => {
    expect(money('en-US', nano)).toBe(written);
  });

  test('what is not nothing never shows as nothing', () => {
    for (let nano = 1; nano < 1e10; nano *= 3) expect(money('en-US', nano)).not.toBe('$0.00');
  });

  test('an exact amount keeps each nano-dollar', () => {
    expect(exactMoney('en-US', 234_401)).toBe('$0.000234401');
  });

  test('an amount in Arabic is one left-to-right piece', () => {
    expect(money('ar', 520_000)).toMatch(/^\u2066.*0\.00052.*\u2069$/);
    expect(money('ar', 520_000)).not.toContain('\u200F');
  });

  test.each([
    ['en-US', 200_000, 1_100_000, '$0.0002–0.0011'],
    ['en-US', 520_000, 520_000, '$0.00052'],
    ['en-US', 529_000, 531_000, '$0.00053–0.00054'],
    ['en-US', 99_600_000, 100_000_001, '$0.10–0.11'],
    ['en-US', 1_239_999_999, 9_990_000_001, '$1.24–10.00'],
    ['en-US', 7, 11, '$0.000000007–0.000000011'],
    ['en-US', 0, 1_100_000, '$0.00–0.0011'],
    ['de', 200_000, 1_100_000, '0,0002–0,0011\u00A0$'],
  ])('in %s a range of %i to %i reads %s', (locale, low, high, written) => {
    expect(moneyRange(locale, { low, high })).toBe(written);
  });

  test('nothing costs more than a range says', () => {
    const nano = fc.integer({ min: 0, max: 1e13 });
    fc.assert(
      fc.property(nano, nano, (low, more) => {
        const [most = ''] = moneyRange('en-US', { low, high: low + more })
          .split('–')
          .slice(-1);
        expect(Number(most.replace(/[$,]/g, '')) * 1e9).toBeGreaterThanOrEqual(low + more - 0.01);
      }),
    );
  });

  test('nothing costs more than is said to be the most', () => {
    const nano = fc.integer({ min: 0, max: 1e13 });
    fc.assert(
      fc.property(nano, (most) => {
        const said = mostMoney('en-US', most).replace(/[$,]/g, '');
        expect(Number(said) * 1e9).toBeGreaterThanOrEqual(most - 0.01);
      }),
    );
    expect(mostMoney('en-US', 123_400_000)).toBe('$0.13');
  });

  test('what nobody can verify costs at most what is said', () => {
    const cost = { kind: 'unverified', claimed: null, atMost: 37_400_000 } as const;
    expect(costFigure('en-US', cost)).toBe('$0.038');
  });

  test('a cost that is not known has no figure', () => {
    expect(costFigure('en', { kind: 'unknown' })).toBeNull();
    expect(costFigure('en', { kind: 'between', atLeast: 200_000, atMost: 300_000 })).toBe(
      '$0.0002–0.0003',
    );
  });
});

test.each([
  [1234, 1487, '1,200–1,500'],
  [1201, 1199, '1,200'],
  [0, 7, '0–7'],
])('an estimate of %i to %i does not look exact', (low, high, written) => {
  expect(countRange('en', { low, high })).toBe(written);
});

test.each([
  [840, '0.8s'],
  [12_400, '12s'],
  [120_000, '2 min'],
])('%i ms are %s', (ms, written) => {
  expect(duration('en', ms)).toBe(written);
});

test('time that passed is rounded down, time that is left up', () => {
  expect(elapsed('en', 3999)).toBe('3s');
  expect(countdown('en', 3001)).toBe('4s');
  expect(countdown('en', -5)).toBe('1s');
});

test('a price date is the same day in every time zone', () => {
  expect(date('en-US', '2026-11-22')).toBe('Nov 22, 2026');
});

test.each([
  [10, 'now'],
  [5 * 60, '5 minutes ago'],
  [3 * 3600, '3 hours ago'],
  [26 * 3600, 'yesterday'],
  [8 * 86_400, 'Nov 14, 2026'],
])('%i seconds ago is %s', (seconds, written) => {
  const now = Date.parse('2026-11-22T12:00:00');
  expect(ago('en-US', now - seconds * 1000, now)).toBe(written);
});

test.each([
  ['Two words', { kind: 'words', count: 2 }],
  ['It’s 1,200 m.', { kind: 'words', count: 3 }],
  ['夜行列車がヨーロッパに戻ってきた。廃止から二十年。', { kind: 'characters', count: 25 }],
  ['—', { kind: 'characters', count: 1 }],
])('%s is as long as a reader would say', (text, length) => {
  expect(lengthOf(text)).toEqual(length);
});

test('a language is named in another one', () => {
  expect(languageName('ar', 'en')).toBe('الإنجليزية');
  expect(languageName('de', 'de')).toBe('Deutsch');
});
