import { expect, test } from 'vitest';
import { numeral } from '../../../utils/page/numerals';

test.each([
  [1, 'decimal', '1'],
  [1, '', '1'],
  [1, '1', '1'],
  [1, 'a', 'a'],
  [26, 'lower-alpha', 'z'],
  [27, 'upper-latin', 'AA'],
  [703, 'A', 'AAA'],
  [0, 'a', '0'],
  [-3, 'I', '-3'],
  [4, 'i', 'iv'],
  [1994, 'upper-roman', 'MCMXCIV'],
  [3999, 'lower-roman', 'mmmcmxcix'],
  [4000, 'I', '4000'],
  [9, 'upper-armenian', '9'],
  [2_147_483_647, 'a', 'fxshrxw'],
])('%i in the style %j is %s', (value, style, written) => {
  expect(numeral(value, style)).toBe(written);
});
