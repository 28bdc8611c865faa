import { afterEach, describe, expect, test } from 'vitest';
import { dayAt } from '../../../../utils/core/calendar';
import {
  type Account,
  admit,
  dayOf,
  type Limits,
  spentBy,
  usualLimits,
} from '../../../../utils/core/money/budget';
import { nanoPerDollar } from '../../../../utils/core/money/money';

const none: Limits = { month: null, day: null, run: null };

function account(change: Partial<Account> = {}): Account {
  return { limits: none, spent: { month: 0, day: 0, run: 0 }, reserved: 0, ...change };
}

describe('a request', () => {
  const day = { ...none, day: 1_000 };
  test.each<[string, Account, number | null, object]>([
    ['without limits is sent', account(), 1e15, { kind: 'sends' }],
    ['far below a limit is sent', account({ limits: day }), 799, { kind: 'sends' }],
    [
      'at four fifths is sent with a word',
      account({ limits: day }),
      800,
      { kind: 'warns', limit: 'day' },
    ],
    [
      'that uses a limit up is sent',
      account({ limits: day }),
      1_000,
      { kind: 'warns', limit: 'day' },
    ],
    [
      'a nano-dollar above it is not',
      account({ limits: day }),
      1_001,
      { kind: 'blocked', limit: 'day', most: 1_000, left: 1_000 },
    ],
    [
      'counts beside what was spent and what is on its way',
      account({ limits: day, spent: { month: 0, day: 300, run: 0 }, reserved: 400 }),
      301,
      { kind: 'blocked', limit: 'day', most: 1_000, left: 300 },
    ],
    [
      'of a run does not count what others have on their way',
      account({
        limits: { ...none, run: 1_000 },
        spent: { month: 0, day: 0, run: 400 },
        reserved: 9_000,
      }),
      300,
      { kind: 'sends' },
    ],
    [
      'above several is told of the longest',
      account({ limits: { month: 10, day: 5, run: 1 } }),
      11,
      { kind: 'blocked', limit: 'month', most: 10, left: 10 },
    ],
    [
      'is warned of the limit that is used most',
      account({ limits: { month: 1_000, day: 100, run: null } }),
      90,
      { kind: 'warns', limit: 'day' },
    ],
    [
      'leaves nothing below a limit that was lowered',
      account({ limits: day, spent: { month: 0, day: 5_000, run: 0 } }),
      1,
      { kind: 'blocked', limit: 'day', most: 1_000, left: 0 },
    ],
    [
      'of a limit of 0 is not sent, whatever it costs',
      account({ limits: { ...none, month: 0 } }),
      0,
      { kind: 'blocked', limit: 'month', most: 0, left: 0 },
    ],
    [
      'of a limit of 0 is not sent, though nobody knows its price',
      account({ limits: { ...none, run: 0 } }),
      null,
      { kind: 'blocked', limit: 'run', most: 0, left: 0 },
    ],
    [
      'that costs nothing passes a limit that is used up',
      account({ limits: day, spent: { month: 0, day: 1_001, run: 0 } }),
      0,
      { kind: 'warns', limit: 'day' },
    ],
    [
      'of unknown price passes it as well',
      account({ limits: day, spent: { month: 0, day: 1_001, run: 0 } }),
      null,
      { kind: 'warns', limit: 'day' },
    ],
    [
      'of unknown price is not counted, since nobody can',
      account({ limits: day, spent: { month: 0, day: 100, run: 0 } }),
      null,
      { kind: 'sends' },
    ],
  ])('%s', (_, given, atMost, verdict) => expect(admit(given, { atMost })).toEqual(verdict));

  test('of a beginner is not stopped, and what runs away is', () => {
    const first = account({ limits: usualLimits });
    expect(admit(first, { atMost: 0.7 * nanoPerDollar }).kind).toBe('sends');
    const spent = { month: 1.95 * nanoPerDollar, day: 1.95 * nanoPerDollar, run: 0 };
    expect(admit({ ...first, spent }, { atMost: 0.1 * nanoPerDollar }).kind).toBe('blocked');
  });
});

describe('what was spent', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
  test.each<[string, string, string, readonly string[], readonly string[], readonly string[]]>([
    [
      'of a day begins at midnight by the clock of this computer',
      'Europe/Berlin',
      '2026-11-26T12:00:00+01:00',
      ['2026-11-26T00:00:00+01:00', '2026-11-26T11:59:59+01:00'],
      ['2026-11-25T23:59:59+01:00', '2026-11-01T00:00:00+01:00'],
      ['2026-10-31T23:59:59+01:00'],
    ],
    [
      'of a day of 23 hours is all of it',
      'Europe/Berlin',
      '2026-03-29T23:30:00+02:00',
      ['2026-03-29T00:00:00+01:00', '2026-03-29T03:00:00+02:00'],
      ['2026-03-28T23:59:59+01:00'],
      [],
    ],
    [
      'of a day of 25 hours is all of it',
      'America/New_York',
      '2026-11-01T23:30:00-05:00',
      ['2026-11-01T00:00:00-04:00', '2026-11-01T01:30:00-04:00', '2026-11-01T01:30:00-05:00'],
      [],
      ['2026-10-31T23:59:59-04:00'],
    ],
    [
      'of a day without a midnight begins with its first hour',
      'America/Santiago',
      '2026-09-06T12:00:00-03:00',
      ['2026-09-06T01:00:00-03:00'],
      ['2026-09-05T23:59:59-04:00'],
      [],
    ],
    [
      'of February ends with its last day',
      'Asia/Tokyo',
      '2028-02-29T12:00:00+09:00',
      ['2028-02-29T00:00:00+09:00'],
      ['2028-02-01T00:00:00+09:00'],
      ['2028-01-31T23:59:59+09:00'],
    ],
    [
      'later than now counts: a clock that was set back frees nothing',
      'UTC',
      '2026-11-26T12:00:00Z',
      ['2026-11-26T13:00:00Z', '2026-12-24T00:00:00Z', '2031-01-01T00:00:00Z'],
      [],
      [],
    ],
  ])('%s', (_, zone, now, day, month, before) => {
    process.env.TZ = zone;
    const dayOfTime = (when: string) => dayAt(Date.parse(when));
    const expenses = [...day, ...month, ...before].map((when) =>
      dayOf({ day: dayOfTime(when), atMost: 1 }),
    );
    const spent = spentBy(expenses, dayOfTime(now));
    expect(spent.day.atMost).toBe(day.length);
    expect(spent.month.atMost).toBe(day.length + month.length);
  });

  test('is the sum of upper bounds, exact to the nano-dollar; what has no price is counted by itself', () => {
    const day = '2026-11-26';
    const expenses = [123_456_789, 1, null].map((atMost) => dayOf({ day, atMost }));
    expect(spentBy(expenses, day)).toEqual({
      day: { atMost: 123_456_790, unpriced: 1 },
      month: { atMost: 123_456_790, unpriced: 1 },
    });
  });
});
