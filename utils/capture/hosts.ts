import { originOf } from '../core/endpoint';
import { hostPattern } from '../core/host';
import type { Errand } from '../store/errand';
import { readSettings } from '../store/settings';
import { takeErrand } from '../store/take-errand';
import type { Capture } from './capture';

/** The user's leave to reach a site, for as long as something is read there. */
export interface Loan {
  readonly origin: string;
  /** Whether the user gave it. */
  readonly granted: Promise<boolean>;
  /** Gives the host back, unless an endpoint is there or somebody else still reads there. */
  readonly giveBack: () => Promise<void>;
}

export interface Hosts {
  /** Asks the user; call it in the click, before any await. The browser asks nothing where it is allowed already. */
  ask(origin: string): Loan;
  /** For the leave that the user has given to a view. */
  borrow(origin: string): Loan;
  /** What a view has left to be done with a site that may be reached now, once. */
  takeErrand(): Promise<Errand | null>;
}

/** What the browser does about hosts; arguments, so that tests have their own. */
export interface HostCalls {
  readonly request: (origin: string) => Promise<boolean>;
  readonly mayReach: (origin: string) => Promise<boolean>;
  readonly now: () => number;
  readonly release: (origin: string) => Promise<unknown>;
}

/**
 * ms that a host is lent at most: whatever becomes of what it was lent for, it is given back. Browsers end a background
 * that has nothing to do after 30 s.
 */
const longest = 25_000;

export function createHosts(calls: HostCalls): Hosts {
  /** How many loans there are of each host. */
  const lent = new Map<string, number>();

  function lend(origin: string, asked: Promise<boolean>): Loan {
    const host = hostPattern(origin);
    lent.set(host, (lent.get(host) ?? 0) + 1);
    let returned = false;
    const giveBack = async () => {
      if (returned) return;
      returned = true;
      const others = (lent.get(host) ?? 1) - 1;
      if (others > 0) lent.set(host, others);
      else lent.delete(host);
      if (others > 0 || !(await granted)) return;
      // One that is required, or gone already, cannot be given back.
      if (!(await isEndpoints(host))) await calls.release(origin).catch(() => undefined);
    };
    // A browser that cannot ask refuses.
    const granted = asked.catch(() => false);
    void granted.then(() => setTimeout(giveBack, longest));
    return { origin, granted, giveBack };
  }

  return {
    ask: (origin) => lend(origin, calls.request(origin)),
    borrow: (origin) => lend(origin, calls.mayReach(origin)),
    takeErrand: () => takeErrand(calls.now(), calls.mayReach),
  };
}

/** Whether requests go there: such a host is the endpoint's and stays. */
async function isEndpoints(host: string): Promise<boolean> {
  const { endpoints } = await readSettings();
  return endpoints.some((endpoint) => hostPattern(originOf(endpoint)) === host);
}

/**
 * Captures at a site that the user was asked for, and gives its host back; `alsoWithout`: something can be captured without
 * it, too, but not before the user has answered.
 */
export async function lent(
  loan: Loan,
  capture: () => Promise<Capture>,
  alsoWithout = false,
): Promise<Capture> {
  try {
    if ((await loan.granted) || alsoWithout) return await capture();
    return { kind: 'problem', problem: { kind: 'site-not-allowed', origin: loan.origin } };
  } finally {
    await loan.giveBack();
  }
}
