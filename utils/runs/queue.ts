import type { Limits, Reached } from '../core/money/budget';
import { inTurn } from '../store/in-turn';
import type { Claim, Purse } from './purse';

/** Requests that are on their way at once, at most. */
const most = 2;

export interface Queuer extends Claim {
  /** The user wants it sent although it is above a limit. */
  readonly anyway: boolean;
  /** What was asked for earlier has a smaller one; it goes first, however long it took to get here. */
  readonly ticket: number;
  readonly stop: AbortSignal;
  /** Told while it waits: 1 is next. */
  readonly placed: (place: number) => void;
}

/** How waiting in line has ended. */
export type Pass =
  /** Its money is set aside. Whoever has it says when it is over. */
  { readonly kind: 'go' } | ({ readonly kind: 'blocked' } & Reached) | { readonly kind: 'stopped' };

/** Where requests wait: two are on their way at most, and none without its money set aside. */
export interface Queue {
  /** Waits for its turn; throws when nobody can know what was spent. */
  enter(queuer: Queuer): Promise<Pass>;
  /** A request that had gone is over: its place is free. */
  leave(): void;
}

interface Waiting {
  readonly queuer: Queuer;
  readonly resolve: (pass: Pass) => void;
  readonly reject: (error: unknown) => void;
  place: number;
}

/** What a line works with. */
interface Counter {
  readonly purse: Purse;
  readonly now: () => number;
  /** All that is asked for before a decision; the limits that hold. */
  readonly prepare: () => Promise<Limits>;
  readonly waiting: Waiting[];
  onTheirWay: number;
}

export function createQueue(
  purse: Purse,
  now: () => number,
  prepare: () => Promise<Limits>,
): Queue {
  const counter: Counter = { purse, now, prepare, waiting: [], onTheirWay: 0 };
  const inOrder = inTurn();
  const soon = () => void inOrder(() => advance(counter));
  return {
    enter: (queuer) =>
      new Promise((resolve, reject) => {
        if (queuer.stop.aborted) return resolve({ kind: 'stopped' });
        const one: Waiting = { queuer, resolve, reject, place: 0 };
        counter.waiting.push(one);
        counter.waiting.sort((a, b) => a.queuer.ticket - b.queuer.ticket);
        queuer.stop.addEventListener('abort', () => {
          if (!counter.waiting.includes(one)) return;
          dismiss(counter, one, { kind: 'stopped' });
          soon();
        });
        soon();
      }),
    leave() {
      counter.onTheirWay -= 1;
      soon();
    },
  };
}

async function advance(counter: Counter): Promise<void> {
  const { waiting, prepare } = counter;
  if (waiting.length > 0 && counter.onTheirWay < most) {
    try {
      const limits = await prepare();
      while (letFirstGo(counter, limits));
    } catch (error) {
      for (const { reject } of waiting.splice(0)) reject(error);
    }
  }
  tellPlaces(waiting);
}

/** Lets the first go, or says why it cannot; false: it waits on. Decision and reservation are one step. */
function letFirstGo(counter: Counter, limits: Limits): boolean {
  const { purse, waiting, now } = counter;
  const [first] = waiting;
  if (!first || counter.onTheirWay >= most) return false;
  const { queuer } = first;
  const verdict = purse.judge(queuer, limits, now(), 'others');
  if (verdict.kind === 'blocked' && !queuer.anyway) {
    // What is on its way mostly costs less than was set aside for it.
    if (purse.judge(queuer, limits, now(), 'nothing').kind !== 'blocked') return false;
    dismiss(counter, first, verdict);
    return true;
  }
  counter.onTheirWay += 1;
  purse.reserve(queuer);
  dismiss(counter, first, { kind: 'go' });
  return true;
}

function dismiss({ waiting }: Counter, one: Waiting, pass: Pass): void {
  waiting.splice(waiting.indexOf(one), 1);
  one.resolve(pass);
}

function tellPlaces(waiting: readonly Waiting[]): void {
  waiting.forEach((one, index) => {
    const place = index + 1;
    if (one.place !== place) one.queuer.placed(place);
    one.place = place;
  });
}
