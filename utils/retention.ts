import { type Day, dayAfter, dayAt, dayMs, firstDayOf, monthOf } from './core/calendar';
import type { Files } from './store/files';
import type { WholeLedger } from './store/ledger';
import type { Journal } from './store/runs';
import { readSettings } from './store/settings';
import { trustedTime } from './store/trusted-clock';

interface Kept {
  readonly journal: Journal;
  readonly files: Files;
  readonly ledger: Pick<WholeLedger, 'deleteBefore'>;
}

/**
 * Deletes the answers and the lines of the ledger that are older than the user wants them kept, and what was captured and
 * never asked about. `clock`: what it shows, ms since 1970. It is called often: nothing here takes longer when more is kept.
 */
export async function deleteOld({ journal, files, ledger }: Kept, clock: number): Promise<void> {
  const { retentionDays, ledgerDays, monthlyLimit } = await readSettings();
  const now = await trustedTime(clock);
  await files.deleteStrays(now - dayMs);
  if (retentionDays !== null) await journal.deleteBefore(now - retentionDays * dayMs);
  if (ledgerDays !== null)
    await ledger.deleteBefore(firstKept(dayAt(now), ledgerDays, monthlyLimit !== null));
}

/** Deletes what is old, once it is known whether the user's choices were lost: what nobody knows deletes nothing. */
export function tidying(kept: Kept, looked: Promise<unknown>, now: () => number): () => void {
  looked.catch(() => undefined);
  return () => void looked.then(() => deleteOld(kept, now())).catch(() => undefined);
}

/** A budget for the month counts all of it: without its beginning there would be room for as much again. */
function firstKept(today: Day, days: number, hasBudget: boolean): Day {
  const wanted = dayAfter(today, -days);
  const month = firstDayOf(monthOf(today));
  return hasBudget && month < wanted ? month : wanted;
}
