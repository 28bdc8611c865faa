import { expect, test } from 'vitest';
import { askedOf } from '../../../utils/page/extract/twins';

test.each([
  [[4], 4],
  [[4, 6], 6],
  [[4, 6, 7, 9, 10], 7],
])('of twins %j just %j is judged, for all of them', (twins, asked) => {
  expect(askedOf(twins)).toBe(asked);
});
