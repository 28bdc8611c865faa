import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAt, firstDayOf, monthOf } from '../../../utils/core/calendar';
import { dayOf, type Expense, type Limits, spentBy } from '../../../utils/core/money/budget';
import { type Budget, createBudget } from '../../../utils/runs/budget';
import type { Pass } from '../../../utils/runs/queue';

const noLimits: Limits = { month: null, day: null, run: null };

/** Lets all that is ready happen. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

interface Shop {
  readonly budget: Budget;
  readonly ledger: Map<string, Expense>;
  now: number;
  limits: Limits;
  /** Asks for leave to send; what came of it, and the places in line that were told. */
  enter(
    turnId: string,
    atMost: number | null,
    change?: { anyway?: boolean; spentByRun?: number; ticket?: number },
  ): Asked;
}

interface Asked {
  pass: Pass | null;
  readonly places: number[];
  readonly stop: AbortController;
}

function shop(limits: Limits = noLimits, ledger = new Map<string, Expense>()): Shop {
  let tickets = 0;
  const opened: Shop = {
    ledger,
    now: Date.parse('2026-11-26T12:00:00'),
    limits,
    budget: createBudget({
      now: () => opened.now,
      limits: async () => opened.limits,
      read: async (today, turnIds) => ({
        days: [...ledger.values()]
          .filter(({ day }) => day >= firstDayOf(monthOf(today)))
          .map((each) =>
            dayOf(each.day < today ? { ...each, day: firstDayOf(monthOf(today)) } : each),
          ),
        turnIds: new Set(turnIds().filter((id) => ledger.has(id))),
      }),
    }),
    enter(turnId, atMost, { anyway = false, spentByRun = 0, ticket = ++tickets } = {}) {
      const stop = new AbortController();
      const asked: Asked = { pass: null, places: [], stop };
      const placed = (place: number) => void asked.places.push(place);
      const queuer = { turnId, atMost, anyway, spentByRun, ticket, stop: stop.signal, placed };
      void opened.budget.enter(queuer).then((pass) => {
        asked.pass = pass;
      });
      return asked;
    },
  };
  return opened;
}

describe('the line', () => {
  test('lets two go, tells the others their places, and moves up as turns end', async () => {
    const { budget, enter } = shop();
    const asked = ['a', 'b', 'c', 'd', 'e'].map((id) => enter(id, 1));
    await settle();
    expect(asked.map(({ pass }) => pass?.kind ?? null)).toEqual(['go', 'go', null, null, null]);
    expect(asked.map(({ places }) => places)).toEqual([[], [], [1], [2], [3]]);
    budget.settle('b', null);
    await settle();
    expect(asked.map(({ pass }) => pass?.kind ?? null)).toEqual(['go', 'go', 'go', null, null]);
    expect(asked.map(({ places }) => places.at(-1) ?? null)).toEqual([null, null, 1, 1, 2]);
  });

  test('puts what was asked earlier before what has overtaken it on the way here', async () => {
    const { budget, enter } = shop();
    const tickets = [1, 2, 4, 5, 3];
    const asked = tickets.map((ticket) => enter(`${ticket}`, 1, { ticket }));
    await settle();
    expect(asked.map(({ places }) => places.at(-1) ?? null)).toEqual([null, null, 2, 3, 1]);
    budget.settle('1', null);
    await settle();
    expect(asked.map(({ pass }) => pass?.kind ?? null)).toEqual(['go', 'go', null, null, 'go']);
  });

  test('lets one be cancelled, and those behind it move up', async () => {
    const { enter } = shop();
    const asked = ['a', 'b', 'c', 'd'].map((id) => enter(id, 1));
    await settle();
    asked[2]?.stop.abort();
    await settle();
    expect(asked[2]?.pass).toEqual({ kind: 'stopped' });
    expect(asked[3]?.places).toEqual([2, 1]);
  });

  test('holds back what would fit once that on its way has cost less, and then sends it', async () => {
    const { budget, enter, now } = shop({ ...noLimits, day: 1_000 });
    enter('a', 600);
    const second = enter('b', 600);
    await settle();
    expect(second.pass).toBeNull();
    expect(second.places).toEqual([1]);
    budget.settle('a', { day: dayAt(now), atMost: 200 });
    await settle();
    expect(second.pass).toEqual({ kind: 'go' });
  });

  test('says what is above a limit, with what is left of it', async () => {
    const { budget, enter, now } = shop({ ...noLimits, day: 1_000 });
    enter('a', 600);
    const second = enter('b', 600);
    await settle();
    budget.settle('a', { day: dayAt(now), atMost: 500 });
    await settle();
    expect(second.pass).toEqual({ kind: 'blocked', limit: 'day', most: 1_000, left: 500 });
  });

  test('lets pass what the user wants sent anyway, and counts it', async () => {
    const { budget, enter, now } = shop({ ...noLimits, day: 100 });
    const first = enter('a', 600, { anyway: true });
    await settle();
    expect(first.pass).toEqual({ kind: 'go' });
    budget.settle('a', { day: dayAt(now), atMost: 600 });
    const second = enter('b', 1);
    await settle();
    expect(second.pass).toMatchObject({ kind: 'blocked', left: 0 });
  });

  test('counts what the run has spent already', async () => {
    const { enter } = shop({ ...noLimits, run: 1_000 });
    const asked = enter('a', 600, { spentByRun: 500 });
    await settle();
    expect(asked.pass).toEqual({ kind: 'blocked', limit: 'run', most: 1_000, left: 500 });
  });

  test('goes by the limits that hold when a turn comes, not by those of when it was asked', async () => {
    const world = shop();
    const [, , third] = ['a', 'b', 'c'].map((id) => world.enter(id, 10));
    await settle();
    world.limits = { ...noLimits, month: 0 };
    world.budget.settle('a', null);
    await settle();
    // The other is still on its way, but a limit of 0 is no matter of waiting.
    expect(third?.pass).toMatchObject({ kind: 'blocked', most: 0 });
  });

  test('knows what the ledger has from before, and what is settled but not written', async () => {
    const day = '2026-11-26';
    const world = shop({ ...noLimits, day: 1_000 }, new Map([['old', { day, atMost: 300 }]]));
    world.enter('a', 100);
    await settle();
    world.budget.settle('a', { day, atMost: 90 });
    world.budget.forget([]);
    expect((await world.budget.state()).spent.day.atMost).toBe(390);
    world.ledger.set('a', { day, atMost: 90 });
    world.budget.forget([]);
    expect((await world.budget.state()).spent.day.atMost).toBe(390);
    world.ledger.delete('old');
    world.budget.forget([]);
    expect((await world.budget.state()).spent.day.atMost).toBe(90);
  });

  test('counts no more what was settled, written and deleted before the ledger was read again; undone, it counts once', async () => {
    const day = '2026-11-26';
    const world = shop();
    world.enter('a', 100);
    await settle();
    await world.budget.state();
    world.budget.settle('a', { day, atMost: 90 });
    world.budget.forget(['a']);
    expect((await world.budget.state()).spent.day.atMost).toBe(0);
    world.ledger.set('a', { day, atMost: 90 });
    world.budget.forget([]);
    expect((await world.budget.state()).spent.day.atMost).toBe(90);
  });

  test('reads the ledger once more where lines were deleted while it was read', async () => {
    const at = Date.parse('2026-11-26T12:00:00');
    let reads = 0;
    const budget = createBudget({
      now: () => at,
      limits: async () => noLimits,
      async read() {
        reads += 1;
        const days = reads === 1 ? [dayOf({ day: dayAt(at), atMost: 5 })] : [];
        if (reads === 1) budget.forget(['a']);
        return { days, turnIds: new Set() };
      },
    });
    expect((await budget.state()).spent.day.atMost).toBe(0);
  });

  test('counts what was spent on the day, and in the month, to which the clock was set back', async () => {
    const spent = (day: string, atMost: number) => [day, { day, atMost }] as const;
    const lines = [spent('2026-10-30', 100), spent('2026-11-25', 20), spent('2026-11-26', 3)];
    const world = shop(noLimits, new Map(lines));
    const used = async (day: string) => {
      world.now = Date.parse(`${day}T12:00:00`);
      const { spent } = await world.budget.state();
      return [spent.day.atMost, spent.month.atMost];
    };
    expect(await used('2026-11-26')).toEqual([3, 23]);
    expect(await used('2026-11-25')).toEqual([23, 23]);
    expect(await used('2026-10-30')).toEqual([123, 123]);
    expect(await used('2026-11-26')).toEqual([3, 23]);
  });

  test('counts what it can where the ledger cannot be read, and reads it the next time', async () => {
    let broken = true;
    const at = Date.parse('2026-11-26T12:00:00');
    const budget = createBudget({
      now: () => at,
      limits: async () => noLimits,
      read: async () =>
        broken
          ? Promise.reject(new Error('gone'))
          : { days: [dayOf({ day: dayAt(at), atMost: 5 })], turnIds: new Set() },
    });
    expect((await budget.state()).spent.day.atMost).toBe(0);
    broken = false;
    expect((await budget.state()).spent.day.atMost).toBe(5);
  });
});

/** What may happen next; numbers choose among what is there. */
type Step =
  | { readonly kind: 'start'; readonly atMost: number; readonly unpriced: boolean }
  | {
      readonly kind: 'end';
      readonly which: number;
      readonly share: number;
      readonly billed: boolean;
    }
  | { readonly kind: 'stop'; readonly which: number }
  | { readonly kind: 'death' }
  | { readonly kind: 'clock'; readonly hours: number }
  | { readonly kind: 'limit'; readonly day: number; readonly month: number }
  | { readonly kind: 'pause' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('start' as const),
      atMost: fc.integer({ min: 0, max: 400 }),
      unpriced: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('end' as const),
      which: fc.nat(9),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      billed: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constant('stop' as const), which: fc.nat(9) }),
  fc.record({ kind: fc.constant('death' as const) }),
  fc.record({ kind: fc.constant('clock' as const), hours: fc.integer({ min: -800, max: 800 }) }),
  fc.record({
    kind: fc.constant('limit' as const),
    day: fc.integer({ min: 0, max: 1_000 }),
    month: fc.integer({ min: 0, max: 3_000 }),
  }),
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pause' as const) }) },
);

/** A world whose background may die: its ledger survives, and what was on its way is a line at its upper bound. */
async function play(steps: readonly Step[]): Promise<void> {
  const ledger = new Map<string, Expense>();
  let world = shop({ ...noLimits, day: 1_000, month: 2_500 }, ledger);
  let asked = new Map<string, Asked & { readonly atMost: number | null }>();
  let ids = 0;
  const sent = new Set<string>();

  /** What has newly left was within its limits together with all else, at that moment. */
  async function check(): Promise<void> {
    await settle();
    const going = [...asked].filter(([, { pass }]) => pass?.kind === 'go');
    expect(going.length).toBeLessThanOrEqual(2);
    const fresh = going.filter(([id]) => !sent.has(id));
    for (const [id] of fresh) sent.add(id);
    if (fresh.length === 0) return;
    const spent = spentBy([...ledger.values()].map(dayOf), dayAt(world.now));
    const reserved = going.reduce((sum, [, { atMost }]) => sum + (atMost ?? 0), 0);
    const adds = fresh.some(([, { atMost }]) => (atMost ?? 0) > 0);
    const { day, month } = world.limits;
    if (adds && day !== null) expect(spent.day.atMost + reserved).toBeLessThanOrEqual(day);
    if (adds && month !== null) expect(spent.month.atMost + reserved).toBeLessThanOrEqual(month);
    expect(day).not.toBe(0);
    expect(month).not.toBe(0);
  }

  function end(id: string, expense: Expense | null): void {
    asked.delete(id);
    if (expense) ledger.set(id, expense);
    world.budget.settle(id, expense);
  }

  for (const next of steps) {
    const going = [...asked].filter(([, { pass }]) => pass?.kind === 'go');
    switch (next.kind) {
      case 'start': {
        const id = `turn ${++ids}`;
        const atMost = next.unpriced ? null : next.atMost;
        asked.set(id, Object.assign(world.enter(id, atMost), { atMost }));
        break;
      }
      case 'end': {
        const [id, one] = going[next.which % Math.max(1, going.length)] ?? [];
        if (!id || !one) break;
        const atMost = one.atMost === null ? null : Math.round(one.atMost * next.share);
        end(id, next.billed ? { day: dayAt(world.now), atMost } : null);
        break;
      }
      case 'stop': {
        const waiting = [...asked.values()].filter(({ pass }) => !pass);
        waiting[next.which % Math.max(1, waiting.length)]?.stop.abort();
        break;
      }
      case 'death':
        for (const [id, { atMost }] of going) ledger.set(id, { day: dayAt(world.now), atMost });
        world = Object.assign(shop(world.limits, ledger), { now: world.now });
        asked = new Map();
        break;
      case 'clock':
        await check();
        world.now += next.hours * 3_600_000;
        break;
      case 'limit':
        await check();
        world.limits = { ...noLimits, day: next.day, month: next.month };
        break;
      case 'pause':
        await check();
    }
    if (next.kind === 'end') await check();
  }
  await check();
}

test('1,000 random histories never let a nano-dollar above a limit leave', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 40 }), play), { numRuns: 1_000 });
});
