import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../utils/core/fold';

/** The iota below a Greek letter stands beside it in capitals. */
const noIota = fc
  .string({ unit: 'grapheme' })
  .filter((text) => !text.normalize('NFD').includes('\u0345'));

describe('a text as searches compare it', () => {
  test.each([
    ['Café', 'CAFE'],
    ['Straße', 'STRASSE'],
    ['ΟΔΟΣ', 'οδός'],
    ['Ёлка', 'елка'],
    ['İstanbul', 'istanbul'],
    ['ﬁne', 'Fine'],
    ['ＡＢＣ', 'abc'],
    ['مُحَمَّد', 'محمد'],
    ['שָׁלוֹם', 'שלום'],
    ['한국', '한국'.normalize('NFD')],
  ])('%s is %s', (one, other) => expect(fold(one)).toBe(fold(other)));

  test.each([
    ['が', 'か'],
    ['किताब', 'कताब'],
    ['a', 'b'],
  ])('%s is not %s', (one, other) => expect(fold(one)).not.toBe(fold(other)));

  test('is folded once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 200 },
    );
  });

  test('is the same in capitals and in small letters', () => {
    fc.assert(
      fc.property(noIota, (text) => {
        expect(fold(text.toUpperCase())).toBe(fold(text));
      }),
      { numRuns: 200 },
    );
  });
});
