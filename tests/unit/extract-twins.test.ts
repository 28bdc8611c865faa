import { expect, test } from 'vitest';
import { askedOf } from '../../utils/page/extract/twins';

test.each([
  [[4], [4]],
  [
    [4, 6],
    [4, 6],
  ],
  [
    [4, 6, 7, 9, 10],
    [4, 7],
  ],
])('of twins %j just %j are judged', (twins, asked) => {
  expect(askedOf(twins)).toEqual(asked);
});
