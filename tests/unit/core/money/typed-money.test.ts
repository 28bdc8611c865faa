import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nanoPerDollar } from '../../../../utils/core/money/money';
import { parseMoney, typedMoney } from '../../../../utils/core/money/typed-money';

const locales = ['en', 'de', 'de-CH', 'es', 'fr', 'pt-BR', 'ja', 'zh-CN', 'ar', 'ar-EG', 'fa'];

describe('an amount that is typed', () => {
  test.each<[string, string, number]>([
    ['en', '5', 5],
    ['en', '0', 0],
    ['en', '0.5', 0.5],
    ['en', '.5', 0.5],
    ['en', '5.', 5],
    ['en', '$2.50', 2.5],
    ['en', ' US$ 2.50 ', 2.5],
    ['en', '1,000', 1000],
    ['en', '1,234.56', 1234.56],
    ['en', '2,50', 2.5],
    // Nobody parts thousands behind a nought.
    ['en', '0,500', 0.5],
    ['de', '0.050', 0.05],
    ['de', '2,50', 2.5],
    ['de', '2,50 $', 2.5],
    ['de', '1.000', 1000],
    ['de', '1.234,56', 1234.56],
    ['de', '2.50', 2.5],
    ['de-CH', "1'234.50", 1234.5],
    ['fr', '1 234,56', 1234.56],
    ['fr', '1\u202F234,56', 1234.56],
    ['ar', '٢٫٥', 2.5],
    ['ar-EG', '١٬٢٣٤٫٥', 1234.5],
    ['fa', '۲٫۵', 2.5],
    ['ja', '０．０００００１', 0.000001],
    ['ja', '0.000000001', 0.000000001],
  ])('in %s as “%s” is %d dollars', (locale, typed, dollars) =>
    expect(parseMoney(locale, typed)).toEqual({
      kind: 'amount',
      nano: Math.round(dollars * nanoPerDollar),
    }),
  );

  test.each(['', '  ', '$', '\u200F'])('as “%s” is none', (typed) =>
    expect(parseMoney('en', typed)).toEqual({ kind: 'none' }),
  );

  test.each([
    '-1',
    '−1',
    'five',
    'NaN',
    'Infinity',
    '1e3',
    '0x10',
    '1.2.3',
    '1,2,3',
    ',',
    '.',
    '12,34,567',
    '5€',
    '99999999999',
  ])('as “%s” is a fault', (typed) => expect(parseMoney('en', typed)).toEqual({ kind: 'faulty' }));

  test('is what was shown of it before, in each locale', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.integer({ min: 0, max: 9_000_000 * nanoPerDollar }),
        (locale, nano) => {
          // The formatter has 15 to 17 digits: beyond them it rounds.
          const exact = nano < 1e15 ? nano : Math.round(nano / 1000) * 1000;
          expect(parseMoney(locale, typedMoney(locale, exact))).toEqual({
            kind: 'amount',
            nano: exact,
          });
        },
      ),
    );
  });

  test('is never less than nothing, nor no number, whatever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...locales), fc.string({ unit: 'grapheme' }), (locale, typed) => {
        const parsed = parseMoney(locale, typed);
        if (parsed.kind === 'amount') {
          expect(Number.isSafeInteger(parsed.nano) && parsed.nano >= 0).toBe(true);
        }
      }),
    );
  });
});
