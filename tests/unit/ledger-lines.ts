import fc from 'fast-check';
import { type Line, noSavings, outcomes, ways } from '../../utils/core/ledger/ledger-line';

/** A line of the ledger, with what a test wants otherwise. */
export function lineWith(change: Partial<Line> = {}): Line {
  return {
    id: 'turn',
    at: Date.UTC(2026, 10, 26, 9, 30),
    day: '2026-11-26',
    action: { id: 'summarize', title: null },
    service: 'Anthropic',
    model: 'claude-haiku-5-5',
    usage: { input: 100, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: 20, thinking: 5 },
    cost: { kind: 'exact', nano: 20_000 },
    outcome: 'done',
    site: 'example.org',
    savings: noSavings,
    requestId: 'req_1',
    wholeMs: 1500,
    ...change,
  };
}

const count = fc.nat(4_000_000);
const nano = fc.nat(900_000_000_000);

const cost: fc.Arbitrary<Line['cost']> = fc.oneof(
  nano.map((value) => ({ kind: 'exact' as const, nano: value })),
  fc.tuple(nano, nano).map(([low, more]) => ({
    kind: 'between' as const,
    atLeast: low,
    atMost: low + more,
  })),
  nano.map((atMost) => ({ kind: 'unverified' as const, claimed: null, atMost })),
  fc.constant({ kind: 'unknown' as const }),
  nano.map((atMost) => ({ kind: 'unknown' as const, atMost })),
);

const saving = fc.option(
  fc.record({
    before: count,
    after: count,
    nano: fc.option(fc.integer({ min: -900_000_000, max: 900_000_000 })),
  }),
);

/** Lines of few days, kinds and sites, so that they meet; one day is later than today. */
export const anyLine: fc.Arbitrary<Line> = fc.record({
  id: fc.uuid(),
  at: fc.integer({ min: Date.UTC(2026, 10, 25), max: Date.UTC(2026, 10, 27) }),
  day: fc.constantFrom('2025-11-30', '2026-10-27', '2026-11-01', '2026-11-26', '2026-11-27'),
  action: fc.constantFrom(
    null,
    { id: 'summarize', title: null },
    { id: 'own-1', title: 'Mine' },
    { id: 'own-1', title: 'Renamed' },
  ),
  service: fc.constantFrom('Anthropic', 'Gateway'),
  model: fc.constantFrom('claude-haiku-5-5', 'claude-opus-5-5'),
  usage: fc.option(
    fc.record({
      input: count,
      cacheRead: count,
      cacheWrite5m: count,
      cacheWrite1h: count,
      output: count,
      thinking: count,
      searches: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    }),
  ),
  cost,
  outcome: fc.constantFrom(...outcomes),
  site: fc.constantFrom('', 'example.org', 'example.com'),
  savings: fc.record({ page: saving, prompt: saving, cache: saving }),
  requestId: fc.option(fc.string()),
  wholeMs: fc.option(count),
});

/** Sums as a child would make them, in big integers. */
export function oracle(lines: readonly Line[]) {
  const add = (of: (line: Line) => number | null | undefined) =>
    lines.reduce((sum, line) => sum + BigInt(of(line) ?? 0), 0n);
  const tokens = (of: (usage: NonNullable<Line['usage']>) => number) =>
    add(({ usage }) => usage && of(usage));
  const savings = ways.map((way) => {
    const told = lines.filter((line) => line.savings[way]);
    const each = (of: (one: NonNullable<Line['savings'][typeof way]>) => number | null) =>
      add(({ savings: { [way]: one } }) => one && of(one));
    return [
      way,
      {
        turns: BigInt(told.length),
        before: each((one) => one.before),
        after: each((one) => one.after),
        priced: BigInt(told.filter((line) => line.savings[way]?.nano !== null).length),
        nano: each((one) => one.nano),
      },
    ];
  });
  return {
    turns: BigInt(lines.length),
    exact: add(({ cost: one }) => (one.kind === 'exact' ? one.nano : 0)),
    estimated: add(({ cost: one }) => (isBounded(one) ? 1 : 0)),
    atLeast: add(({ cost: one }) => (one.kind === 'between' ? one.atLeast : 0)),
    atMost: add(({ cost: one }) => (isBounded(one) ? one.atMost : 0)),
    unknown: add(({ cost: one }) => (one.kind === 'unknown' && !isBounded(one) ? 1 : 0)),
    input: tokens((usage) => usage.input),
    cacheRead: tokens((usage) => usage.cacheRead),
    cacheWrite: tokens((usage) => usage.cacheWrite5m + usage.cacheWrite1h),
    output: tokens((usage) => usage.output),
    thinking: tokens((usage) => usage.thinking),
    savings: Object.fromEntries(savings),
  };
}

/** The same in big integers, to be compared. */
export function big(value: unknown): unknown {
  if (typeof value === 'number') return BigInt(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, big(each)]));
}

function isBounded(cost: Line['cost']): cost is Line['cost'] & { readonly atMost: number } {
  return 'atMost' in cost;
}
