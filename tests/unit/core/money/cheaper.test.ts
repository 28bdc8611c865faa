import { describe, expect, test } from 'vitest';
import { leftOf, lessThan } from '../../../../utils/core/money/cheaper';

describe('what is left', () => {
  test.each([
    ['of no limit is not known', { month: null, day: null, run: null }, null],
    ['is the least of all limits', { month: 900, day: 300, run: 500 }, 200],
    ['is never below nothing', { month: 50, day: 300, run: null }, 0],
    ['of a limit of 0 is nothing', { month: null, day: 0, run: null }, 0],
  ] as const)('%s', (_, limits, left) =>
    expect(leftOf({ limits, spent: { month: 100, day: 100, run: 20 } })).toBe(left),
  );
});

test.each([
  [1_000, 200, { atMost: 200, less: 0.8 }],
  // 79.9 % is said as 79: nothing costs more than was said.
  [1_000, 201, { atMost: 201, less: 0.79 }],
  [1_000, 0, { atMost: 0, less: 1 }],
  [1_000, 1_000, null],
  [1_000, null, null],
])('of %i, %s is less by', (than, atMost, less) => expect(lessThan(than, atMost)).toEqual(less));
