import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { afterLook, type Looks } from '../core/looks';

const item = storage.defineItem<unknown>('local:looks');

const looks: v.GenericSchema<unknown, Looks> = v.object({
  trusted: v.number(),
  ahead: v.nullable(v.number()),
});

/** The time by which what is old may be deleted, at a look at `now`: the first look is trusted. `retention.ts` alone asks. */
export async function trustedTime(now: number): Promise<number> {
  const stored = v.safeParse(looks, await item.getValue());
  const next = afterLook(stored.success ? stored.output : { trusted: now, ahead: null }, now);
  // A full disk is no reason not to delete.
  await item.setValue(next).catch(() => undefined);
  return next.trusted;
}
