import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Area, overlap, pixelsOf } from '../../../../utils/core/source/area';

const area = (left: number, top: number, width: number, height: number): Area => ({
  left,
  top,
  width,
  height,
});

test.each([
  ['one in the other', area(0, 0, 10, 10), area(2, 3, 4, 5), area(2, 3, 4, 5)],
  ['a corner', area(0, 0, 10, 10), area(8, 7, 10, 10), area(8, 7, 2, 3)],
  ['side by side', area(0, 0, 10, 10), area(10, 0, 5, 5), null],
  ['apart', area(0, 0, 10, 10), area(-20, 0, 5, 5), null],
  ['without width', area(0, 0, 10, 10), area(2, 2, 0, 5), null],
])('what two areas share: %s', (_, one, other, shared) => {
  expect(overlap(one, other)).toEqual(shared);
  expect(overlap(other, one)).toEqual(shared);
});

test('a share of a picture lies in it, in whole pixels, at least one', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const side = fc.integer({ min: 1, max: 5000 });
  fc.assert(
    fc.property(share, share, share, share, side, side, (left, top, w, h, width, height) => {
      const inside = pixelsOf(area(left, top, w * (1 - left), h * (1 - top)), { width, height });
      expect(Object.values(inside).every(Number.isInteger)).toBe(true);
      expect(inside.width).toBeGreaterThanOrEqual(1);
      expect(inside.height).toBeGreaterThanOrEqual(1);
      expect(inside.left + inside.width).toBeLessThanOrEqual(width);
      expect(inside.top + inside.height).toBeLessThanOrEqual(height);
    }),
  );
});

test('a share of a picture is the part of it that it says', () => {
  expect(pixelsOf(area(0.25, 0.5, 0.5, 0.25), { width: 1000, height: 800 })).toEqual(
    area(250, 400, 500, 200),
  );
});
