import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayAfter,
  dayAt,
  daysFrom,
  lastDayOf,
  monthAfter,
  monthOf,
  noonOf,
} from '../../../../utils/core/calendar';
import { partsOf, withoutLine } from '../../../../utils/core/ledger/ledger-book';
import { sumsOver } from '../../../../utils/core/ledger/ledger-days';
import type { Line } from '../../../../utils/core/ledger/ledger-line';
import { outlookOf } from '../../../../utils/core/ledger/ledger-outlook';
import { isAskedFor, stretchesOf } from '../../../../utils/core/ledger/ledger-query';
import {
  actionKey,
  barsOf,
  daysOf,
  isSeen,
  type Look,
  modelKey,
  seenOf,
  sharesOf,
  spans,
} from '../../../../utils/core/ledger/ledger-view';
import { bookOf } from '../../../gallery/data/lines';
import { anyLine, big, lineWith, oracle } from '../../ledger-lines';

const today = '2026-11-26';

const anyLook: fc.Arbitrary<Look> = fc.record({
  span: fc.constantFrom(...spans),
  model: fc.option(
    fc.constantFrom(
      modelKey({ service: 'Anthropic', model: 'claude-haiku-5-5' }),
      modelKey({ service: 'Gateway', model: 'claude-opus-5-5' }),
    ),
  ),
  actionId: fc.option(fc.constantFrom('', 'summarize', 'own-1')),
  site: fc.option(fc.constantFrom('', 'example.org')),
});

describe('the calendar', () => {
  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-11-26', -29, '2026-10-28'],
  ])('%s and %i days is %s', (day, count, then) => expect(dayAfter(day, count)).toBe(then));

  test.each([
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-11', -11, '2025-12'],
  ])('%s and %i months is %s', (month, count, then) => expect(monthAfter(month, count)).toBe(then));

  test.each([
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2026-04', '2026-04-30'],
    ['2026-12', '2026-12-31'],
  ])('%s ends on %s', (month, day) => expect(lastDayOf(month)).toBe(day));

  test('has each day once, in every year, whatever the clocks do', () => {
    const day = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2090-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 800 }), (date, count) => {
        const from = dayAt(date.getTime());
        const days = daysFrom(from, dayAfter(from, count));
        expect(days).toHaveLength(count + 1);
        expect(new Set(days).size).toBe(count + 1);
        expect(days.toSorted()).toEqual(days);
        expect(noonOf(from).toISOString().slice(0, 10)).toBe(from);
      }),
    );
  });
});

describe('what is looked at', () => {
  test('comes to what a child would sum, as bars and as shares', () => {
    fc.assert(
      fc.property(fc.array(anyLine), anyLook, (lines, look) => {
        const { from, to } = daysOf(look.span, today);
        const meant = lines.filter(
          (line) => line.day >= from && line.day <= to && isSeen(line, look),
        );
        const seen = seenOf(partsOf(bookOf(lines), look.span, today), look);
        for (const keyOf of [modelKey, actionKey, ({ site }: { site: string }) => site]) {
          const shares = sharesOf(seen, keyOf);
          const keys = [...new Set(meant.map(keyOf))];
          expect(shares.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
          for (const { key, sums } of shares)
            expect(big(sums)).toEqual(oracle(meant.filter((line) => keyOf(line) === key)));
        }
        for (const { time, sums } of barsOf(seen, look.span, today))
          expect(big(sums)).toEqual(oracle(meant.filter(({ day }) => day.startsWith(time))));
      }),
    );
  });

  test('lies in stretches of days that miss no line and read few others', () => {
    fc.assert(
      fc.property(fc.array(anyLine), anyLook, (lines, look) => {
        const query = { ...look, ...daysOf(look.span, today) };
        const stretches = stretchesOf(bookOf(lines).days, query);
        const meant = new Set(
          lines.filter((line) => isAskedFor(line, query)).map(({ day }) => day),
        );
        const found = [...meant].filter((day) =>
          stretches.some(({ from, to }) => from <= day && day <= to),
        );
        expect(found).toHaveLength(meant.size);
        for (const { from, to } of stretches)
          expect([meant.has(from), meant.has(to)]).toEqual([true, true]);
      }),
    );
  });

  test.each([
    ['month', 26, '2026-11-01', '2026-11-26'],
    ['30-days', 30, '2026-10-28', '2026-11-26'],
    ['12-months', 12, '2025-12', '2026-11'],
    ['all', 12, '2025-12', '2026-11'],
  ] as const)('in %s has %i bars, from %s to %s', (span, count, first, last) => {
    const bars = barsOf([], span, today);
    expect([bars.length, bars[0]?.time, bars.at(-1)?.time]).toEqual([count, first, last]);
  });

  test('of all time has a bar for each month since the first line, five years at most', () => {
    const since = (day: string) =>
      barsOf(bookOf([lineWith({ day }), lineWith()]).months, 'all', today).map(({ time }) => time);
    expect(since('2024-03-31')).toHaveLength(33);
    expect(since('2024-03-31')[0]).toBe('2024-03');
    expect(since('1970-01-01')).toHaveLength(60);
  });

  test('leaves out what a wrong clock has dated later, but for all time', () => {
    const later = bookOf([lineWith({ day: '2031-01-01' }), lineWith()]);
    const turns = spans.map((span) => sumsOver(partsOf(later, span, today)).turns);
    expect(turns).toEqual([1, 1, 1, 2]);
  });

  test('is told dearest first', () => {
    const cheap = lineWith({ cost: { kind: 'exact', nano: 5 }, site: 'a.example' });
    const bound = { kind: 'between' as const, atLeast: 0, atMost: 50_000 };
    const dear = lineWith({ cost: bound, site: 'b.example' });
    const unknown = lineWith({ cost: { kind: 'unknown' }, site: 'c.example' });
    const shares = sharesOf(bookOf([unknown, cheap, dear]).days, ({ site }) => site);
    expect(shares.map(({ key }) => key)).toEqual(['b.example', 'a.example', 'c.example']);
  });
});

describe('what the month may come to', () => {
  const spent = (day: string, nano: number) => lineWith({ day, cost: { kind: 'exact', nano } });
  const outlook = (lines: readonly Line[], first: string | null, day = today) =>
    outlookOf({ ...bookOf(lines), first }, day);

  test('is what it came to so far, and an average day for each that is left', () => {
    const lines = [spent('2026-10-28', 3000), spent('2026-11-26', 6000), spent('2026-10-27', 9e9)];
    expect(outlook(lines, '2026-01-01')).toMatchObject({
      today: { exact: 6000 },
      month: { exact: 6000 },
      projected: { total: { low: 7200, high: 7200 }, perDay: 300, days: 30, left: 4 },
    });
  });

  test('counts no days of before the first line', () => {
    const { projected } = outlook([spent('2026-11-25', 500), spent(today, 500)], '2026-11-25');
    expect(projected).toMatchObject({ days: 2, perDay: 500, total: { low: 3000, high: 3000 } });
  });

  test('counts days on which nothing was sent', () => {
    expect(outlook([spent(today, 3000)], '2026-01-01').projected.perDay).toBe(100);
  });

  test('keeps estimates apart: both bounds go on', () => {
    const cost = { kind: 'between' as const, atLeast: 100, atMost: 700 };
    const { projected } = outlook([lineWith({ cost })], today);
    expect(projected.total).toEqual({ low: 500, high: 3500 });
  });

  test('says where something has no price, this month or in what its average day is told by', () => {
    const unknown = (day: string) => lineWith({ day, cost: { kind: 'unknown' } });
    const isUnknown = (day: string, now = today) =>
      outlook([unknown(day)], '2026-01-01', now).projected.unknown;
    expect(['2026-11-02', '2026-10-29', '2026-10-02'].map((day) => isUnknown(day))).toEqual([
      true,
      true,
      false,
    ]);
    expect(isUnknown('2026-11-10', '2026-12-01')).toBe(true);
    expect(isUnknown('2026-11-30', '2026-12-31')).toBe(false);
  });

  test('is what it came to on its last day, and nothing before anything was sent', () => {
    const last = '2026-11-30';
    expect(outlook([spent(last, 50)], last, last).projected.total).toEqual({ low: 50, high: 50 });
    expect(outlook([], null).projected).toMatchObject({ total: { low: 0, high: 0 }, perDay: 0 });
    expect(monthOf(last)).toBe('2026-11');
  });

  test('does not know what a wrong clock has dated later', () => {
    const { month, today: now } = outlook([spent('2026-11-27', 900)], '2026-11-27');
    expect([month.turns, now.turns]).toEqual([0, 0]);
  });
});

test('a book without a line is the book of all others', () => {
  const sumsOf = (parts: ReturnType<typeof bookOf>['days']) =>
    parts.map((part) => [part.time, sumsOver([part])]);
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1 }), fc.nat(), (lines, at) => {
      const line = lines[at % lines.length] as Line;
      const left = withoutLine(bookOf(lines), line);
      const others = bookOf(lines.filter((each) => each !== line));
      expect(sumsOf(left.days)).toEqual(sumsOf(others.days));
      expect(sumsOf(left.months)).toEqual(sumsOf(others.months));
    }),
  );
});
