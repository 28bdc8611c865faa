import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { type OwnAction, ownLimits, withActions } from '../core/actions/own-action';
import { inTurn } from './in-turn';
import { ownActionSchema } from './own-action-schema';

const item = storage.defineItem<unknown>('local:ownActions', { version: 1 });

interface Stored {
  readonly actions: readonly OwnAction[];
  /** What cannot be read is passed over, and stays for a version that can. */
  readonly unread: readonly unknown[];
}

function parse(stored: unknown): Stored {
  const readable: OwnAction[] = [];
  const unread: unknown[] = [];
  for (const each of Array.isArray(stored) ? (stored as readonly unknown[]) : []) {
    const parsed = v.safeParse(ownActionSchema, each);
    if (parsed.success) readable.push(parsed.output);
    else unread.push(each);
  }
  return { actions: withActions([], readable).slice(0, ownLimits.count), unread };
}

/** The user's own actions, in the order in which they were made. */
export async function readOwnActions(): Promise<readonly OwnAction[]> {
  return parse(await item.getValue()).actions;
}

/** Calls back with the actions after each change; returns how to stop. */
export function watchOwnActions(changed: (actions: readonly OwnAction[]) => void): () => void {
  return item.watch((stored) => changed(parse(stored).actions));
}

const inOrder = inTurn();

/**
 * Keeps actions, each in the place of one with its id; false, and none kept, when there would be too many. `beside`: what
 * is to be stored as well; where that cannot be, the actions are again as they were.
 */
export function writeOwnActions(
  actions: readonly OwnAction[],
  beside?: () => Promise<void>,
): Promise<boolean> {
  return inOrder(async () => {
    const stored = await item.getValue();
    const { actions: before, unread } = parse(stored);
    const all = withActions(before, actions);
    if (all.length > ownLimits.count) return false;
    await store(all, unread);
    await beside?.().catch(async (error: unknown) => {
      await item.setValue(stored);
      throw error;
    });
    return true;
  });
}

/** Deletes actions; of one that is not there, nothing. */
export function forgetOwnActions(ids: readonly string[]): Promise<void> {
  return inOrder(async () => {
    const { actions, unread } = parse(await item.getValue());
    const kept = actions.filter(({ id }) => !ids.includes(id));
    await store(kept, unread);
  });
}

/** Where what was unread can be read again, and is there under the same id, the last counts. */
function store(actions: readonly OwnAction[], unread: readonly unknown[]): Promise<void> {
  return item.setValue([...unread, ...actions]);
}
