import { expect, test } from 'vitest';
import type { Cost } from '../../../../utils/core/money/cost';
import { totalOf } from '../../../../utils/core/money/total';

const exact: Cost = { kind: 'exact', nano: 5 };
const between: Cost = { kind: 'between', atLeast: 1, atMost: 9 };
const unverified: Cost = { kind: 'unverified', claimed: 2, atMost: 7 };
const unknown: Cost = { kind: 'unknown', atMost: 3 };

test.each<[string, readonly Cost[], Cost | null]>([
  ['nothing is nothing', [], null],
  ['one is that one', [between], between],
  ['what is exact is exact', [exact, exact, exact], { kind: 'exact', nano: 15 }],
  [
    'what lies between bounds has the sums of these',
    [between, between],
    { kind: 'between', atLeast: 2, atMost: 18 },
  ],
  [
    'both kinds has what is exact on either side',
    [exact, between],
    { kind: 'between', atLeast: 6, atMost: 14 },
  ],
  [
    'both kinds the other way round is the same',
    [between, exact],
    { kind: 'between', atLeast: 6, atMost: 14 },
  ],
  [
    'something unknown is unknown, even if its most is not',
    [exact, unknown, unverified],
    { kind: 'unknown' },
  ],
])('the total of %s', (_, costs, total) => expect(totalOf(costs)).toEqual(total));
