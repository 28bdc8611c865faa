import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calibrationKey,
  type Deviation,
  learnt,
  promptRange,
} from '../../../../utils/core/estimate/calibration';
import { type Rough, roughTokens } from '../../../../utils/core/estimate/tokens';

const nothing: Rough = { latin: 0, otherLatin: 0, ideographs: 0, cyrillic: 0, otherLetters: 0 };
const latin = (tokens: number): Rough => ({ ...nothing, latin: tokens });

/** What is known after a prompt of each of these sizes was billed at `ratio` times its estimate. */
function toldBy(ratio: number, bills: number, size = 5000): Deviation | undefined {
  let told: Deviation | undefined;
  for (let bill = 0; bill < bills; bill += 1)
    told = learnt(told, latin(size), ratio * (size + 8)) ?? told;
  return told;
}

describe('the range of a prompt', () => {
  test.each([
    ['latin', { low: 836, high: 1220 }],
    ['otherLatin', { low: 743, high: 1370 }],
    ['ideographs', { low: 717, high: 1420 }],
    ['cyrillic', { low: 717, high: 1420 }],
    ['otherLetters', { low: 669, high: 1520 }],
  ] as const)('is as wide as that of %s before any bill', (script, range) =>
    expect(promptRange({ ...nothing, [script]: 1000 }, undefined)).toEqual(range),
  );

  test.each([
    ['never more than 20 % to either side after one bill', 1, 0.2],
    ['8 % after ten bills that agree', 10, 0.085],
    ['5 % after fifty', 50, 0.052],
  ])('is %s', (_, bills, most) => {
    const { low, high } = promptRange(latin(5000), toldBy(1, bills));
    expect((high - low) / 2 / 5000).toBeLessThanOrEqual(most);
    expect(low).toBeLessThanOrEqual(5008);
    expect(high).toBeGreaterThanOrEqual(5008);
  });

  test('moves to what bills say: a third more, from the fifth bill on', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.6, max: 1.8, noNaN: true }), (ratio) => {
        const { low, high } = promptRange(latin(5000), toldBy(ratio, 5));
        const billed = ratio * 5008;
        expect(low).toBeLessThanOrEqual(billed + 3);
        expect(high).toBeGreaterThanOrEqual(billed);
      }),
    );
  });

  test.each([
    ['a tokenizer that has changed, within a dozen bills', 1.37, 100, 12],
    ['one that takes a third of what was expected, from the fourth bill on', 1 / 3, 0, 3],
    ['one that takes thrice as much', 3, 0, 3],
  ])('follows %s', (_, ratio, before, bills) => {
    let told = toldBy(1, before);
    for (let bill = 0; bill < bills; bill += 1)
      told = learnt(told, latin(5000), ratio * 5008) ?? told;
    const { low, high } = promptRange(latin(5000), told);
    expect(low).toBeLessThanOrEqual(ratio * 5008);
    expect(high).toBeGreaterThanOrEqual(ratio * 5008);
  });

  test.each([
    ['the first', 0, 0.13, 0.4],
    ['one among twenty', 20, 0.02, 0.15],
  ])('is hardly moved by one bill that is off by a factor of 3.9: %s', (_, before, by, wide) => {
    for (const odd of [3.9, 1 / 3.9]) {
      const told = learnt(toldBy(1, before), latin(5000), odd * 5008) ?? undefined;
      const { low, high } = promptRange(latin(5000), told);
      expect(Math.abs(Math.log(low * high) / 2 - Math.log(5008))).toBeLessThan(by);
      expect(Math.log(high / low) / 2).toBeLessThan(wide);
    }
  });

  test('is a range of whole tokens above nothing, whatever was learnt', () => {
    const deviations = fc.record({
      count: fc.integer({ min: 1, max: 1000 }),
      mean: fc.double({ min: -1.4, max: 1.4, noNaN: true }),
      squares: fc.double({ min: 0, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.option(deviations), (text, told) => {
        const { low, high } = promptRange(roughTokens(text, 'claude-haiku-5-5'), told ?? undefined);
        expect(Number.isSafeInteger(low) && Number.isSafeInteger(high)).toBe(true);
        expect(low).toBeGreaterThan(0);
        expect(high).toBeGreaterThan(low);
      }),
    );
  });
});

test.each([0, -5, Number.NaN, Number.POSITIVE_INFINITY, 1e9, 1])(
  'a bill of %d tokens teaches nothing',
  (billed) => expect(learnt(undefined, latin(1000), billed)).toBeNull(),
);

test.each([
  ['words', 'Rain fell on the old town.', 'latin'],
  ['German', 'Der Regen fiel auf die alte Stadt.', 'otherLatin'],
  ['Japanese', '川は海へ土を運ぶ。', 'ideographs'],
  ['Russian with a name', 'Дождь шёл над старым городом Bath', 'cyrillic'],
  ['Arabic', 'هطل المطر على المدينة القديمة', 'otherLetters'],
  ['nothing', '', 'latin'],
])('bills of %s are kept apart', (_, text, script) =>
  expect(calibrationKey('anthropic', 'm', roughTokens(text, 'm'))).toBe(`anthropic m ${script}`),
);
