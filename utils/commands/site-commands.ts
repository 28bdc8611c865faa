import { lent } from '../capture/hosts';
import { lastQuestion, type Run } from '../core/runs/run';
import type { Aim } from '../core/source/source';
import type { Errand } from '../store/errand';
import { begin, tryAgain } from './run-commands';
import type { Orders, Staff } from './staff';

/** What is done once a site may be reached. */
export const siteCommands: Orders<'try-allowed'> = {
  'try-allowed': (_, staff) => tryAllowed(staff),
};

/**
 * Does the errand that waited for a site. Both tell that it may be reached: the browser, and the view if it has outlived
 * the question; who comes second finds it done. Where no view is left, one is opened. False: the run is gone.
 */
export async function tryAllowed(staff: Staff): Promise<boolean> {
  const errand = await staff.hosts.takeErrand();
  if (!errand) return true;
  const run = await staff.runner.find(errand.runId);
  const begun = run?.source ? await askAgain(run, errand, staff) : await read(run, errand, staff);
  if (begun && !staff.runner.isWatched(errand)) await staff.showTab(errand.tabId);
  return begun;
}

/** What was captured already waited for its endpoint; a follow-up goes on in its run. */
function askAgain(run: Run, { runId, tabId }: Errand, staff: Staff): Promise<boolean> {
  const question = lastQuestion(run);
  const asked = { runId, tabId, unsaved: !run.saved };
  if (question === null) return tryAgain({ kind: 'try-again', ...asked }, staff);
  return staff.runner.ask({ ...asked, question, fresh: true });
}

/** Lends the site to a run that could not read it. */
async function read(
  run: Run | null,
  { tabId, origin, address }: Errand,
  staff: Staff,
): Promise<boolean> {
  const loan = staff.hosts.borrow(origin);
  if (!run) {
    await loan.giveBack();
    return false;
  }
  const aim: Aim = address === undefined ? run.aim : { kind: 'link', address };
  const capture = (stop: AbortSignal) => lent(loan, () => staff.captureAim(aim, tabId, stop));
  return begin(staff, { ...run, tabId, aim, capture });
}
