import { afterEach, describe, expect, test } from 'vitest';
import {
  dayAfter,
  dayAt,
  daysFrom,
  firstDayOf,
  lastDayOf,
  monthOf,
  startOf,
} from '../../utils/core/calendar';
import { lineOf, noSavings } from '../../utils/core/ledger/ledger-line';
import { outlookOf } from '../../utils/core/ledger/ledger-outlook';
import { spentBy } from '../../utils/core/money/budget';
import { fromLineRecord, toLineRecord } from '../../utils/store/line-record';
import { bookOf } from '../gallery/data/lines';
import { receipt, run, source, turn } from '../gallery/data/runs';
import { lineWith } from './ledger-lines';

const home = process.env.TZ;

afterEach(() => {
  if (home === undefined) delete process.env.TZ;
  else process.env.TZ = home;
});

/** The clock on the wall is of this zone from now on. */
function goTo(zone: string): void {
  process.env.TZ = zone;
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).not.toBe('UTC');
}

const hour = 3_600_000;
const utc = (text: string) => Date.parse(`${text}Z`);

/** The ends of the world, odd offsets, and daylight saving that begins at midnight, by half an hour, or in the south. */
const zones = [
  'America/New_York',
  'America/Havana',
  'America/Santiago',
  'America/St_Johns',
  'Pacific/Pago_Pago',
  'Europe/Berlin',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
];

describe('a day on the clock', () => {
  test.each([
    ['America/New_York', '2026-03-08T04:59:59', '2026-03-07'],
    ['America/New_York', '2026-03-08T05:00:00', '2026-03-08'],
    // The last hour of this day comes twice, an hour later than usual.
    ['America/New_York', '2026-11-02T04:59:59', '2026-11-01'],
    ['America/New_York', '2026-11-02T05:00:00', '2026-11-02'],
    // There is no midnight: after 23:59 comes 1:00.
    ['America/Havana', '2026-03-08T04:59:59', '2026-03-07'],
    ['America/Havana', '2026-03-08T05:00:00', '2026-03-08'],
    ['Asia/Kathmandu', '2026-12-31T18:14:59', '2026-12-31'],
    ['Asia/Kathmandu', '2026-12-31T18:15:00', '2027-01-01'],
    ['Pacific/Kiritimati', '2026-11-29T10:00:00', '2026-11-30'],
    ['Pacific/Pago_Pago', '2026-12-01T10:59:59', '2026-11-30'],
    // Here one day never was.
    ['Pacific/Apia', '2011-12-30T09:59:59', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00', '2011-12-31'],
  ])('in %s at %s UTC is %s', (zone, at, day) => {
    goTo(zone);
    expect(dayAt(utc(at))).toBe(day);
  });

  test.each(zones)('comes after the one before in %s, each hour of two years', (zone) => {
    goTo(zone);
    const from = utc('2026-01-01T12:00:00');
    const days: string[] = [];
    for (let at = from; at < from + 731 * 24 * hour; at += hour) {
      const day = dayAt(at);
      if (days.at(-1) !== day) days.push(day);
    }
    expect(days).toEqual(daysFrom(days[0] ?? '', days.at(-1) ?? ''));
  });

  test.each(zones)('begins where it says in %s, also where there is no midnight', (zone) => {
    goTo(zone);
    for (const day of daysFrom('2026-01-01', '2027-01-01')) {
      expect(dayAt(startOf(day))).toBe(day);
      expect(dayAt(startOf(day) - 1)).toBe(dayAfter(day, -1));
    }
  });
});

describe('a line of the ledger', () => {
  test.each(zones)(
    'of a private window is of the same day as its quarter of an hour in %s',
    (zone) => {
      goTo(zone);
      const from = source('A text', 'A title');
      for (let day = '2026-01-01'; day < '2027-01-01'; day = dayAfter(day, 1))
        for (const sentAt of [startOf(day), startOf(day) - 1, startOf(day) + 899_999]) {
          const ended = turn({ kind: 'done' }, { sentAt, receipt: receipt({ sentAt }) });
          const line = lineOf(run(from, { private: true, turns: [ended] }), noSavings);
          expect(line?.day).toBe(dayAt(sentAt));
          expect(dayAt(line?.at ?? 0)).toBe(line?.day);
        }
    },
  );

  test('stays on the day that it was written on, after a journey', () => {
    goTo('Pacific/Kiritimati');
    const sentAt = utc('2026-11-30T23:30:00');
    const ended = turn({ kind: 'done' }, { sentAt, receipt: receipt({ sentAt }) });
    const line = lineOf(run(source('A text', 'A title'), { turns: [ended] }), noSavings);
    expect(line?.day).toBe('2026-12-01');
    const stored = line && toLineRecord(line);
    goTo('Pacific/Pago_Pago');
    expect(dayAt(sentAt)).toBe('2026-11-30');
    expect(fromLineRecord(stored)).toEqual(line);
  });
});

describe('the end of a month', () => {
  test.each([
    ['2026-02-28', 0, '2026-02-28'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 0, '2026-12-31'],
    ['2026-04-01', 29, '2026-04-30'],
  ])('as seen on %s has %i days to come, until %s', (today, left, last) => {
    const spent = lineWith({ day: today });
    const { projected, month } = outlookOf(bookOf([spent]), today);
    expect([projected.left, lastDayOf(monthOf(today))]).toEqual([left, last]);
    expect(month.turns).toBe(1);
  });

  test('begins both sums anew the next day', () => {
    const book = bookOf([lineWith({ day: '2026-11-30' })]);
    expect(outlookOf(book, '2026-11-30')).toMatchObject({
      today: { turns: 1 },
      month: { turns: 1 },
    });
    const next = outlookOf(book, '2026-12-01');
    expect(next).toMatchObject({ today: { turns: 0 }, month: { turns: 0 } });
    // What an average day costs is still known.
    expect(next.projected.total.high).toBeGreaterThan(0);
  });
});

describe('a clock that was changed', () => {
  const days = [
    { day: '2026-11-26', atMost: 10, unpriced: 0 },
    { day: '2026-11-27', atMost: 200, unpriced: 1 },
    { day: '2026-12-02', atMost: 3000, unpriced: 0 },
  ];

  test.each([
    // Set forward and on: what was spent before is behind, as after any midnight.
    ['2026-12-02', 3000, 3000],
    ['2026-11-27', 3200, 3210],
    // Set back: what lies in the future now was spent all the same.
    ['2026-11-26', 3210, 3210],
    ['2026-10-01', 3210, 3210],
  ])('to %s leaves %i nano-dollars spent that day and %i that month', (today, day, month) => {
    const spent = spentBy(days, today);
    expect([spent.day.atMost, spent.month.atMost]).toEqual([day, month]);
    expect(firstDayOf(monthOf(today)) <= today).toBe(true);
  });
});
