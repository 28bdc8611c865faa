import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answered } from '../../../../utils/core/problem';
import { longestInAll, waitBeforeRetry } from '../../../../utils/core/runs/retry';

const refused = (afterMs: number | null): Answered => ({
  kind: 'rejected',
  requestId: null,
  retry: { afterMs },
});

describe('another attempt', () => {
  test.each<[string, Answered, number, number | null]>([
    ['after the first waits 2 s', refused(null), 1, 2_000],
    ['after the second waits 8 s', refused(null), 2, 8_000],
    ['after the third there is none', refused(null), 3, null],
    ['waits as long as the service says', refused(30_000), 1, 30_000],
    ['waits a minute if it says so', refused(60_000), 1, 60_000],
    ['there is none where it says longer', refused(60_001), 1, null],
    ['waits a second at least, whatever it says', refused(0), 1, 1_000],
    ['waits two the second time', refused(0), 2, 2_000],
    ['there is none of what may have been begun', { kind: 'ambiguous', requestId: null }, 1, null],
    [
      'there is none where waiting mends nothing',
      { kind: 'rejected', requestId: null, retry: false },
      1,
      null,
    ],
  ])('%s', (_, answered, attempts, wait) => {
    expect(waitBeforeRetry(answered, attempts, 0, 0)).toBe(wait);
  });

  test('comes up to a quarter later, so that not all come at once, and never after a minute and a half', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(random, fc.nat(longestInAll), (spread, elapsed) => {
        const wait = waitBeforeRetry(refused(20_000), 1, elapsed, spread);
        const wanted = Math.round(20_000 * (1 + spread / 4));
        expect(wait).toBe(elapsed + wanted <= 90_000 ? wanted : null);
      }),
    );
  });
});
