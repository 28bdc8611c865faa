import { database, whenBlocked } from './database';
import { clearPlace, goApart } from './database-place';
import { inTurn } from './in-turn';
import { markAll } from './loss';

/**
 * Why nothing can be read or kept. `newer`: a later version of Gloss wrote it; `blocked`: another page of ours keeps an
 * older one open; `off`: the browser has none for us; `damaged`: all else that keeps it from opening, a full disk too.
 */
export type Closed = 'newer' | 'blocked' | 'off' | 'damaged';

/** What browsers throw where IndexedDB is switched off or forbidden. */
const off: ReadonlySet<string> = new Set(['ReferenceError', 'SecurityError', 'InvalidStateError']);

/** Why the database does not open now; null: it does. */
export function whyClosed(): Promise<Closed | null> {
  return Promise.race([
    database().then(() => null, reasonOf),
    whenBlocked().then(() => 'blocked' as const),
  ]);
}

function reasonOf(error: unknown): Closed {
  const { name } = Object(error) as { readonly name?: string };
  if (name === 'VersionError') return 'newer';
  return off.has(String(name)) ? 'off' : 'damaged';
}

const inOrder = inTurn();

/**
 * Deletes a damaged database and begins a new one; answers why that does not open either, or null. What opens after all,
 * and what a later version wrote, is left as it is.
 */
export function beginAnew(): Promise<Closed | null> {
  return inOrder(async () => {
    const before = await whyClosed();
    if (before !== 'damaged') return before;
    await clearPlace();
    let after = await whyClosed();
    if (after === 'damaged') {
      await goApart().catch(() => undefined);
      after = await whyClosed();
    }
    if (after === null) await markAll();
    return after;
  });
}
