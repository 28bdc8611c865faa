import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPrice, priceDraft } from '../../../../components/options/price-draft';
import { decimalMark } from '../../../../utils/core/format';
import { languages } from '../../../../utils/core/language';
import { parsePrice, typedPrice } from '../../../../utils/core/money/typed-price';

describe('a price as it is typed, in $ per million tokens', () => {
  test.each<[string, string, number]>([
    ['en', '2', 2000],
    ['en', '0.25', 250],
    ['en', ' .5 ', 500],
    ['en', '1.125', 1125],
    ['en', '0', 0],
    ['en', '0.00', 0],
    ['en', '$3', 3000],
    ['en', '3.75 $', 3750],
    ['en', 'US$ 8', 8000],
    ['en', '1000', 1_000_000],
    ['en', '0,25', 250],
    ['en', '12,5', 12_500],
    ['en', '1.2500000', 1250],
    ['de', '1,125', 1125],
    ['de', '0.125', 125],
    ['de', '0,1', 100],
    ['fr', '3,5', 3500],
    ['ar-EG', '٣٫٥', 3500],
    ['ar-EG', '٣٫١٢٥', 3125],
    ['fa', '۰٫۲۵', 250],
    ['ja', '０．２５', 250],
  ])('in %s, %s', (locale, typed, nano) => {
    expect(parsePrice(typed, decimalMark(locale))).toEqual({ kind: 'ok', nano });
  });

  test.each<[string, string, string]>([
    ['en', '', 'empty'],
    ['en', '  ', 'empty'],
    ['en', '-1', 'negative'],
    ['en', '−0.5', 'negative'],
    ['en', 'NaN', 'not-a-number'],
    ['en', 'Infinity', 'not-a-number'],
    ['en', '1e9', 'not-a-number'],
    ['en', 'much', 'not-a-number'],
    ['en', '1.', 'not-a-number'],
    ['en', '1.2.3', 'not-a-number'],
    ['en', '0x10', 'not-a-number'],
    ['en', '1,000', 'ambiguous'],
    ['en', '1,125', 'ambiguous'],
    ['en', '1,000,000', 'ambiguous'],
    ['en', '1,000.50', 'ambiguous'],
    ['de', '1.000', 'ambiguous'],
    ['de', '1.000,50', 'ambiguous'],
    ['fr', '1 000', 'ambiguous'],
    ['en', '0.0004', 'too-fine'],
    ['en', '1.2345', 'too-fine'],
    ['en', '10000.001', 'too-large'],
    ['en', '9'.repeat(20), 'too-large'],
  ])('in %s, %j is refused: %s', (locale, typed, fault) => {
    expect(parsePrice(typed, decimalMark(locale))).toEqual({ kind: 'faulty', fault });
  });

  test('is read back as it is shown, in every language', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.constantFrom(...languages, 'ar-EG'), (nano, locale) => {
        const mark = decimalMark(locale);
        expect(parsePrice(typedPrice(nano, mark), mark)).toEqual({ kind: 'ok', nano });
      }),
    );
  });

  test('whatever was typed, it is a whole number of nano-dollars within bounds, or refused', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'0123456789.,- ٣٫') }),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom('.', ','), (text, mark) => {
        const parsed = parsePrice(text, mark);
        if (parsed.kind === 'faulty') return;
        expect(Number.isSafeInteger(parsed.nano)).toBe(true);
        expect(parsed.nano).toBeGreaterThanOrEqual(0);
        expect(parsed.nano).toBeLessThanOrEqual(10_000_000);
      }),
    );
  });
});

describe('a row of prices as it is typed', () => {
  const rates = { input: 100, output: 500, cacheRead: 10, cacheWrite5m: 125, cacheWrite1h: 200 };

  test('begins with what is known, and is that again', () => {
    const draft = priceDraft('m', rates, ',');
    expect(draft.typed).toMatchObject({ input: '0,1', cacheWrite5m: '0,125' });
    expect(checkPrice(draft, ',')).toEqual({ kind: 'ok', price: { model: 'm', ...rates } });
  });

  test('needs a model, input and output; the cache may be left empty', () => {
    expect(checkPrice(priceDraft(' ', null, '.'), '.')).toEqual({
      kind: 'faulty',
      faults: { model: 'empty', input: 'empty', output: 'empty' },
    });
    const draft = priceDraft(' m ', { input: 0, output: 0 }, '.');
    expect(checkPrice(draft, '.')).toEqual({
      kind: 'ok',
      price: { model: 'm', input: 0, output: 0 },
    });
  });

  test('tells what is wrong with which field', () => {
    const draft = priceDraft('m', rates, '.');
    const typed = { ...draft.typed, output: '-1', cacheRead: '1,000' };
    expect(checkPrice({ ...draft, typed }, '.')).toEqual({
      kind: 'faulty',
      faults: { output: 'negative', cacheRead: 'ambiguous' },
    });
  });
});
