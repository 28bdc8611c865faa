import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaleFor } from '../../../../utils/core/ledger/ledger-scale';

describe('a scale', () => {
  test.each([
    [0, [0]],
    [1, [0, 1]],
    [234_400, [0, 100_000, 200_000, 300_000]],
    [3_000_000, [0, 1_000_000, 2_000_000, 3_000_000]],
    [3_000_001, [0, 2_000_000, 4_000_000]],
    [9_999, [0, 5_000, 10_000]],
  ])('up to %i has the lines %j', (most, lines) => expect(scaleFor(most)).toEqual(lines));

  test('has two to four lines, whole numbers, and ends not far above what is drawn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_007_199_254_740 }), (most) => {
        const lines = scaleFor(most);
        expect(lines.length).toBeGreaterThanOrEqual(2);
        expect(lines.length).toBeLessThanOrEqual(4);
        expect(lines.every(Number.isSafeInteger)).toBe(true);
        expect(lines.at(-1)).toBeGreaterThanOrEqual(most);
        expect(lines.at(-2)).toBeLessThan(most);
      }),
    );
  });
});
