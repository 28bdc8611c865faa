import type { Limits, Reached } from './core/budget';
import type { Claim, Purse } from './purse';
import { inTurn } from './store/in-turn';

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
export interface Line {
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
interface Office {
  readonly purse: Purse;
  readonly now: () => number;
  /** All that is asked for before a decision; the limits that hold. */
  readonly prepare: () => Promise<Limits>;
  readonly waiting: Waiting[];
  onTheirWay: number;
}

export function createLine(purse: Purse, now: () => number, prepare: () => Promise<Limits>): Line {
  const office: Office = { purse, now, prepare, waiting: [], onTheirWay: 0 };
  const inOrder = inTurn();
  const soon = () => void inOrder(() => advance(office));
  return {
    enter: (queuer) =>
      new Promise((resolve, reject) => {
        if (queuer.stop.aborted) return resolve({ kind: 'stopped' });
        const one: Waiting = { queuer, resolve, reject, place: 0 };
        office.waiting.push(one);
        office.waiting.sort((a, b) => a.queuer.ticket - b.queuer.ticket);
        queuer.stop.addEventListener('abort', () => {
          if (!office.waiting.includes(one)) return;
          dismiss(office, one, { kind: 'stopped' });
          soon();
        });
        soon();
      }),
    leave() {
      office.onTheirWay -= 1;
      soon();
    },
  };
}

async function advance(office: Office): Promise<void> {
  const { waiting, prepare } = office;
  if (waiting.length > 0 && office.onTheirWay < most) {
    try {
      const limits = await prepare();
      while (letFirstGo(office, limits));
    } catch (error) {
      for (const { reject } of waiting.splice(0)) reject(error);
    }
  }
  tellPlaces(waiting);
}

/** Lets the first go, or says why it cannot; false: it waits on. Decision and reservation are one step. */
function letFirstGo(office: Office, limits: Limits): boolean {
  const { purse, waiting, now } = office;
  const [first] = waiting;
  if (!first || office.onTheirWay >= most) return false;
  const { queuer } = first;
  const verdict = purse.judge(queuer, limits, now(), false);
  if (verdict.kind === 'blocked' && !queuer.anyway) {
    // What is on its way mostly costs less than was set aside for it.
    if (purse.judge(queuer, limits, now(), true).kind !== 'blocked') return false;
    dismiss(office, first, verdict);
    return true;
  }
  office.onTheirWay += 1;
  purse.reserve(queuer);
  dismiss(office, first, { kind: 'go' });
  return true;
}

function dismiss({ waiting }: Office, one: Waiting, pass: Pass): void {
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
