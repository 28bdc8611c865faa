import { type Day, firstDayOf, monthOf } from '../calendar';
import type { NanoDollars } from './money';

/** What a limit is for, the longest first: what ends a month is not helped by the next day. */
export const limitKinds = ['month', 'day', 'run'] as const;
export type LimitKind = (typeof limitKinds)[number];

/** Most that may be spent, in nano-dollars; null: as much as anybody likes; 0: nothing may be sent. */
export type Limits = Readonly<Record<LimitKind, NanoDollars | null>>;

/**
 * Where limits begin: nobody is stopped at first, since a summary of a page by the usual model costs about $0.001, and what
 * runs away ends after $2. A run has no limit of its own: dear ones are asked about (`consentAbove`).
 */
export const usualLimits: Limits = {
  month: 5_000_000_000,
  day: 2_000_000_000,
  run: null,
};

/** What a turn has cost. `day`: when it left; `atMost`: nano-dollars, null where its price is not known. */
export interface Expense {
  readonly day: Day;
  readonly atMost: NanoDollars | null;
}

/** The user's money at one moment, in nano-dollars, all at upper bounds. */
export interface Account {
  readonly limits: Limits;
  /** Since the month and the day began, and by the run that wants to send. */
  readonly spent: Readonly<Record<LimitKind, NanoDollars>>;
  /** On its way at this moment. */
  readonly reserved: NanoDollars;
}

/** What is wanted: the most that a request may cost, null where its price is not known. */
export type Wish = Pick<Expense, 'atMost'>;

export type Admission =
  | { readonly kind: 'sends' }
  /** `limit`: the one of which most is used. */
  | { readonly kind: 'warns'; readonly limit: LimitKind }
  /** `most`: the limit itself; `left`: what of it nobody has asked for. Nano-dollars. */
  | ({ readonly kind: 'blocked' } & Reached);

/** A limit that a request would go beyond. */
export interface Reached {
  readonly limit: LimitKind;
  readonly most: NanoDollars;
  readonly left: NanoDollars;
}

/** From this share of a limit on it is said how much of it is used. */
export const warnShare = 0.8;

/**
 * Whether a request may be sent. A limit of 0 lets nothing pass; of any other what has no known price is not counted,
 * since nobody can. One nano-dollar above a limit is above it.
 */
export function admit(account: Account, { atMost }: Wish): Admission {
  const uses = limitKinds.flatMap((limit) => {
    const most = account.limits[limit];
    return most === null ? [] : [{ limit, most, used: usedOf(account, limit) }];
  });
  const cost = atMost ?? 0;
  // What costs nothing takes nothing from a limit that is used up.
  const blocked = uses.find(({ most, used }) => most === 0 || (cost > 0 && used + cost > most));
  if (blocked) {
    const { limit, most, used } = blocked;
    return { kind: 'blocked', limit, most, left: Math.max(0, most - used) };
  }
  const [fullest] = uses
    .map(({ limit, most, used }) => ({ limit, share: (used + cost) / most }))
    .sort((one, other) => other.share - one.share);
  if (!fullest || fullest.share < warnShare) return { kind: 'sends' };
  return { kind: 'warns', limit: fullest.limit };
}

/** What of a limit is used. A run has one turn at a time: what is on its way is of others. */
function usedOf({ spent, reserved }: Account, limit: LimitKind): NanoDollars {
  return limit === 'run' ? spent.run : spent[limit] + reserved;
}

/** Of a day or a month: nano-dollars at most, and how many turns no price is known of. */
export interface Expenses {
  readonly atMost: NanoDollars;
  readonly unpriced: number;
}

export type Period = Exclude<LimitKind, 'run'>;

/** What was spent on a day. */
export interface SpentDay extends Expenses {
  readonly day: Day;
}

/**
 * What was spent on a day and in its month. Later days are a part of both: a clock that was set back frees nothing, it only
 * makes that day longer.
 */
export function spentBy(days: Iterable<SpentDay>, today: Day): Readonly<Record<Period, Expenses>> {
  const list = [...days];
  return { month: sumFrom(list, firstDayOf(monthOf(today))), day: sumFrom(list, today) };
}

function sumFrom(days: readonly SpentDay[], from: Day): Expenses {
  let [atMost, unpriced] = [0, 0];
  for (const each of days) {
    if (each.day < from) continue;
    atMost += each.atMost;
    unpriced += each.unpriced;
  }
  return { atMost, unpriced };
}

/** One turn as what was spent on its day. */
export function dayOf({ day, atMost }: Expense): SpentDay {
  return { day, atMost: atMost ?? 0, unpriced: atMost === null ? 1 : 0 };
}
