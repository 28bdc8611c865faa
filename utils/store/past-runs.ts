import type { Run } from '../core/run';
import { database } from './database';
import { headFromRecord } from './run-record';

/** The last answers, newest first, without the texts of their sources; read-only, for views. A record that cannot be read is passed over. */
export async function pastRuns(limit: number): Promise<readonly Run[]> {
  const found: Run[] = [];
  const index = (await database()).transaction('runs').store.index('createdAt');
  let cursor = await index.openCursor(null, 'prev');
  while (cursor && found.length < limit) {
    const run = headFromRecord(cursor.value);
    if (run && hasAnswer(run)) found.push(run);
    cursor = await cursor.continue();
  }
  return found;
}

/** Or may still have one: what waits for consent is found again here. */
function hasAnswer(run: Run): boolean {
  return run.turns.length > 0 || run.state.kind === 'confirming';
}
