import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAt } from '../../../../utils/core/calendar';
import { sumsOver, type TimeSums, withLine } from '../../../../utils/core/ledger/ledger-days';
import { type Line, lineOf, noSavings } from '../../../../utils/core/ledger/ledger-line';
import type { Run } from '../../../../utils/core/runs/run';
import type { EndState } from '../../../../utils/core/runs/turn';
import { bookOf } from '../../../gallery/data/lines';
import { receipt, run, source, turn } from '../../../gallery/data/runs';
import { anyLine, big, lineWith, oracle } from '../../ledger-lines';

const sentAt = Date.UTC(2026, 10, 26, 9, 37, 12);
const from = source('The text of the page', 'Night trains');

function lineFor(state: EndState, change: Partial<Run> = {}, spent: object | null = {}) {
  const ended = turn(state, { sentAt, receipt: spent && receipt({ sentAt, ...spent }) });
  return lineOf(run(from, { turns: [ended], ...change }), noSavings);
}

describe('a line of the ledger', () => {
  test.each<EndState>([
    { kind: 'done' },
    { kind: 'cut' },
    { kind: 'stopped' },
    { kind: 'interrupted', cause: 'silence' },
    { kind: 'failed', problem: { kind: 'refused', category: null } },
  ])('is made of a turn that ended as $kind', (state) => {
    expect(lineFor(state)).toMatchObject({ outcome: state.kind, at: sentAt });
  });

  test('tells when, what for, by which model, at what cost, and where', () => {
    expect(lineFor({ kind: 'done' })).toMatchObject({
      at: sentAt,
      day: dayAt(sentAt),
      action: { id: 'summarize', title: null },
      service: 'Anthropic',
      model: receipt().model,
      usage: receipt().usage,
      final: receipt().final,
      cost: receipt().cost,
      site: new URL(from.address).hostname,
      requestId: turn({ kind: 'done' }).requestId,
    });
  });

  test('costs nothing when the service refused the turn before any work', () => {
    const line = lineFor({ kind: 'failed', problem: { kind: 'key-refused' } }, {}, null);
    expect(line).toMatchObject({ cost: { kind: 'exact', nano: 0 }, usage: null, at: sentAt });
  });

  test('is not made of what never left, or never left the device', () => {
    const unsent = turn({ kind: 'stopped' }, { sentAt: null, receipt: null });
    const onDevice = turn({ kind: 'done' }, { asked: { endpointId: 'device', model: 'device' } });
    for (const each of [unsent, onDevice])
      expect(lineOf(run(from, { turns: [each] }), noSavings)).toBeNull();
    expect(lineOf(run(from, { turns: [] }), noSavings)).toBeNull();
  });

  test('of a private window has its cost, and neither site, action, request id nor minute', () => {
    const line = lineFor({ kind: 'done' }, { private: true });
    expect(line).toMatchObject({
      at: Date.UTC(2026, 10, 26, 9, 30),
      day: dayAt(sentAt),
      action: null,
      site: '',
      requestId: null,
      wholeMs: null,
      cost: receipt().cost,
    });
    const free = { cost: { kind: 'exact', nano: 0 } };
    expect(lineFor({ kind: 'done' }, { private: true }, free)).toBeNull();
  });
});

describe('the sums of days and months', () => {
  test('are what their lines come to', () => {
    fc.assert(
      fc.property(fc.array(anyLine), (lines) => {
        const { days, months } = bookOf(lines);
        for (const parts of [days, months]) expect(big(sumsOver(parts))).toEqual(oracle(lines));
      }),
    );
  });

  test('are as before when lines are taken away again, in any order', () => {
    fc.assert(
      fc.property(fc.array(anyLine), fc.array(anyLine), (kept, gone) => {
        const sum = (lines: readonly Line[], times: 1 | -1, start: TimeSums) =>
          lines.reduce((sums, line) => withLine(sums, line, times), start);
        const before = sum(kept, 1, { time: '2026-11-26', cells: [] });
        const after = sum(gone.toReversed(), -1, sum(gone, 1, before));
        const figures = ({ cells }: TimeSums) => cells.map(({ figures }) => Array.from(figures));
        expect(figures(after)).toEqual(figures(before));
      }),
    );
  });

  test('keep the newest title of an own action when a line of before it is taken away', () => {
    const titled = (title: string) => lineWith({ action: { id: 'own-1', title } });
    const none: TimeSums = { time: '2026-11-26', cells: [] };
    const both = withLine(withLine(none, titled('Old'), 1), titled('New'), 1);
    const titles = withLine(both, titled('Old'), -1).cells.map(({ kind }) => kind.action?.title);
    expect(titles).toEqual(['New']);
  });

  test('count no tokens where the usage is none that can be', () => {
    const usage = {
      input: -5,
      cacheRead: 1.5,
      cacheWrite5m: Number.NaN,
      cacheWrite1h: 0,
      output: Number.POSITIVE_INFINITY,
      thinking: 2 ** 60,
    };
    const sums = sumsOver(bookOf([lineWith({ usage })]).days);
    expect(sums).toMatchObject({ input: 0, cacheRead: 0, cacheWrite: 0, output: 0, thinking: 0 });
  });
});

describe('a day of the calendar', () => {
  test.each([
    [new Date(2026, 10, 26, 0, 0), '2026-11-26'],
    [new Date(2026, 10, 26, 23, 59, 59, 999), '2026-11-26'],
    [new Date(2027, 0, 1), '2027-01-01'],
    [new Date(2028, 1, 29, 12), '2028-02-29'],
  ])('of %s is %s', (moment, day) => expect(dayAt(moment.getTime())).toBe(day));
});
