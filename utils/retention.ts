import type { Journal } from './store/runs';
import { readSettings } from './store/settings';

const day = 86_400_000;

/** Deletes the answers that are older than the user wants them kept; `now` in ms since 1970. */
export async function deleteOldRuns(journal: Journal, now: number): Promise<void> {
  const { retentionDays } = await readSettings();
  if (retentionDays !== null) await journal.deleteBefore(now - retentionDays * day);
}
