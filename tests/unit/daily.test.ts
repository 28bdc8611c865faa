import { expect, test } from 'vitest';
import { daily } from '../../utils/daily';

test('what is done daily is done at first, and then once a day, whatever the clock does', () => {
  let now = 1_000_000_000;
  let times = 0;
  const act = daily(
    () => {
      times += 1;
    },
    () => now,
  );
  const after = (hours: number) => {
    now += hours * 3_600_000;
    act();
    return times;
  };
  expect([0, 1, 22, 1, 23, 1, -30, -1].map(after)).toEqual([1, 1, 1, 2, 2, 3, 4, 4]);
});
