import type { Files } from './store/files';
import { fillHeads } from './store/fill-heads';
import type { Journal } from './store/runs';
import { readSettings } from './store/settings';

const day = 86_400_000;

/** Deletes the answers that are older than the user wants them kept, and what was captured and never asked about; `now` in ms since 1970. */
export async function deleteOldRuns(journal: Journal, files: Files, now: number): Promise<void> {
  const { retentionDays } = await readSettings();
  await files.deleteStrays(now - day);
  if (retentionDays !== null) await journal.deleteBefore(now - retentionDays * day);
  await fillHeads();
}
