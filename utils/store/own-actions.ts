import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { type OwnAction, ownLimits, withActions } from '../core/own-action';
import { inTurn } from './in-turn';
import { ownActionSchema } from './own-action-schema';

const item = storage.defineItem<unknown>('local:ownActions', { version: 1 });

/** What cannot be read is passed over and the rest is kept. */
function parse(stored: unknown): readonly OwnAction[] {
  if (!Array.isArray(stored)) return [];
  const readable = stored.flatMap((each: unknown) => {
    const parsed = v.safeParse(ownActionSchema, each);
    return parsed.success ? [parsed.output] : [];
  });
  return withActions([], readable).slice(0, ownLimits.count);
}

/** The user's own actions, in the order in which they were made. */
export async function readOwnActions(): Promise<readonly OwnAction[]> {
  return parse(await item.getValue());
}

/** Calls back with the actions after each change; returns how to stop. */
export function watchOwnActions(changed: (actions: readonly OwnAction[]) => void): () => void {
  return item.watch((stored) => changed(parse(stored)));
}

const inOrder = inTurn();

/** Keeps actions, each in the place of one with its id; false, and none kept, when there would be too many. */
export function writeOwnActions(actions: readonly OwnAction[]): Promise<boolean> {
  return inOrder(async () => {
    const all = withActions(await readOwnActions(), actions);
    if (all.length > ownLimits.count) return false;
    await item.setValue(all);
    return true;
  });
}

/** Deletes actions; of one that is not there, nothing. */
export function forgetOwnActions(ids: readonly string[]): Promise<void> {
  return inOrder(async () => {
    const all = await readOwnActions();
    await item.setValue(all.filter(({ id }) => !ids.includes(id)));
  });
}
