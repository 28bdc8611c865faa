import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isLongEnough,
  isOpenAt,
  locksAt,
  normalPassphrase,
  waitAfter,
} from '../../../utils/core/passphrase';

const hour = 3_600_000;

describe('a new passphrase', () => {
  test.each([
    ['', false],
    ['123456789', false],
    ['1234567890', true],
    // Ten signs, twenty UTF-16 units; nine, eighteen.
    ['🐢'.repeat(10), true],
    ['🐢'.repeat(9), false],
    ['          ', true],
    // A letter and its accent are one.
    ['e\u0301'.repeat(9), false],
    ['e\u0301'.repeat(10), true],
    ['x'.repeat(1000), true],
    ['x'.repeat(1001), false],
    ['\uD800'.repeat(10), true],
  ])('%j is long enough: %j', (typed, enough) => expect(isLongEnough(typed)).toBe(enough));

  test('is the same whether a keyboard writes its accents as one sign or as two', () => {
    expect(normalPassphrase('cafe\u0301 cre\u0300me')).toBe(normalPassphrase('café crème'));
    expect(normalPassphrase('Ａｂｃ')).toBe('Abc');
  });

  test('is otherwise as it was typed, capitals and blanks included', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\x20-\x7E]*$/), (typed) => {
        expect(normalPassphrase(typed)).toBe(typed);
      }),
    );
  });
});

test.each([
  [0, 0],
  [4, 0],
  [5, 1_000],
  [6, 2_000],
  [7, 4_000],
  [10, 32_000],
  [11, 60_000],
  [5_000, 60_000],
])('after %i wrong tries the next waits %i ms', (wrong, ms) => expect(waitAfter(wrong)).toBe(ms));

describe('a lock that was opened', () => {
  const since = Date.parse('2026-11-26T08:00:00Z');

  test.each([
    ['at once', 12, 0, true],
    ['a moment before its time', 12, 12 * hour - 1, true],
    ['at its time', 12, 12 * hour, false],
    ['years later, without a time', null, 1e11, true],
    ['by a clock that was set a little right', 12, -60_000, true],
    ['by a clock that was set back', 12, -hour, false],
    ['by a clock that was set back, without a time', null, -hour, false],
  ])('%s is still open: %s h, %s ms, %s', (_, hours, later, open) =>
    expect(isOpenAt(since, hours, since + later)).toBe(open),
  );

  test('says when it locks', () => {
    expect(locksAt(since, 12)).toBe(Date.parse('2026-11-26T20:00:00Z'));
    expect(locksAt(since, null)).toBeNull();
  });
});
