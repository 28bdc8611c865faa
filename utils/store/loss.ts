import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { database } from './database';
import { changeSettings } from './settings';

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
const markName = 'mark';

/** `held`: which of the user's own choices were stored in the other place. The first marks were `true` and told nothing of it. */
const mark = v.object({ held: v.array(v.string()) });

/** Values in `storage.local` that are never deleted, only written: one that is not there any more was lost. */
const lasting: readonly string[] = ['settings', 'ownActions'];

/**
 * Both places where Gloss stores bear a mark, so that one which was emptied is not taken for a first run. That both were
 * emptied cannot be told from one. A browser that mends damaged files may lose some values and keep others: the mark in
 * the database knows which there were. Throws when the database cannot be opened: then nothing is known.
 */
export async function findLoss(now: number): Promise<void> {
  const db = await database();
  const stored = await db.get('vault', markName);
  const elsewhere = await markItem.getValue();
  const held = await heldNow();
  const parsed = v.safeParse(mark, stored);
  const gone = parsed.success && parsed.output.held.some((name) => !held.includes(name));
  const what = lostOf(stored !== undefined, elsewhere) ?? (gone ? 'settings' : null);
  if (what) await lossItem.setValue({ what, at: now } satisfies Loss);
  // What the user wanted kept for longer than is usual is not deleted because nobody knows that any more.
  if (what === 'settings' && !held.includes('settings'))
    await changeSettings({ retentionDays: null });
  const same = parsed.success && parsed.output.held.length === held.length;
  if (what || !same || elsewhere !== 'whole') await markAll();
}

async function heldNow(): Promise<readonly string[]> {
  const all = await browser.storage.local.get([...lasting]);
  return lasting.filter((name) => all[name] !== undefined);
}

/** Marks both places: what is there now is all there is to be. */
export async function markAll(): Promise<void> {
  const db = await database();
  const held = [...(await heldNow())];
  // In this order nothing that ends the background in between looks like a loss.
  await markItem.setValue('begun');
  const transaction = db.transaction('vault', 'readwrite', { durability: 'strict' });
  const value: v.InferOutput<typeof mark> = { held };
  await Promise.all([transaction.store.put(value, markName), transaction.done]);
  await markItem.setValue('whole');
}

function lostOf(inDatabase: boolean, elsewhere: unknown): Loss['what'] | null {
  if (!inDatabase) return elsewhere === 'whole' ? 'database' : null;
  return elsewhere === 'begun' || elsewhere === 'whole' ? null : 'settings';
}

/** The last loss that was found, or null. */
export async function readLoss(): Promise<Loss | null> {
  const parsed = v.safeParse(loss, await lossItem.getValue());
  return parsed.success ? parsed.output : null;
}
