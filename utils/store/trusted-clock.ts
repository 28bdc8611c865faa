import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { clockAfterLook, type TrustedClock } from '../core/trusted-clock';

const item = storage.defineItem<unknown>('local:trustedClock');

const clock: v.GenericSchema<unknown, TrustedClock> = v.object({
  trusted: v.number(),
  ahead: v.nullable(v.number()),
});

/** The time by which what is old may be deleted, at a look at `now`: the first look is trusted. `retention.ts` alone asks. */
export async function trustedTime(now: number): Promise<number> {
  const stored = v.safeParse(clock, await item.getValue());
  const next = clockAfterLook(stored.success ? stored.output : { trusted: now, ahead: null }, now);
  // A full disk is no reason not to delete.
  await item.setValue(next).catch(() => undefined);
  return next.trusted;
}
