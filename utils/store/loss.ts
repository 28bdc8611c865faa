import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { database } from './database';

/** What the browser had lost of what Gloss stores, and when that was found (ms since 1970). */
export interface Loss {
  readonly what: 'database' | 'settings';
  readonly at: number;
}

const loss = v.object({ what: v.picklist(['database', 'settings']), at: v.number() });

const lossItem = storage.defineItem<unknown>('local:loss');

/** `begun`: the database may have its mark already; `whole`: it has it. */
const markItem = storage.defineItem<unknown>('local:mark');

/** In the vault, beside the keys, which lie under origins. */
const markKey = 'mark';

/**
 * Both places where Gloss stores bear a mark, so that one which was emptied is not taken for a first run. That both were
 * emptied cannot be told from one. Throws when the database cannot be opened: then nothing is known.
 */
export async function findLoss(now: number): Promise<void> {
  const db = await database();
  const inDatabase = (await db.get('vault', markKey)) !== undefined;
  const mark = await markItem.getValue();
  if (inDatabase && mark === 'whole') return;
  const what = lostOf(inDatabase, mark);
  if (what) await lossItem.setValue({ what, at: now } satisfies Loss);
  await markAll();
}

/** Marks both places: what is there now is all there is to be. */
export async function markAll(): Promise<void> {
  const db = await database();
  // In this order nothing that ends the background in between looks like a loss.
  await markItem.setValue('begun');
  const transaction = db.transaction('vault', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put(true, markKey), transaction.done]);
  await markItem.setValue('whole');
}

function lostOf(inDatabase: boolean, mark: unknown): Loss['what'] | null {
  if (!inDatabase) return mark === 'whole' ? 'database' : null;
  return mark === 'begun' ? null : 'settings';
}

/** The last loss that was found, or null. */
export async function readLoss(): Promise<Loss | null> {
  const parsed = v.safeParse(loss, await lossItem.getValue());
  return parsed.success ? parsed.output : null;
}
