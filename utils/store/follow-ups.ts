import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import {
  type CountedAnswer,
  type FollowUps,
  withAnswer,
  withFollowUpOf,
} from '../core/runs/follow-ups';
import { inTurn } from './in-turn';
import { readableEntries } from './readable';

const item = storage.defineItem<unknown>('local:followUps', { version: 1 });

const count = v.pipe(v.number(), v.finite(), v.minValue(0));
const followed = v.object({ answers: count, followed: count });

/** Actions that are counted; the one that was answered longest ago is forgotten first. */
const most = 60;

export async function readFollowUps(): Promise<FollowUps> {
  return readableEntries(await item.getValue(), followed);
}

const inOrder = inTurn();

/** Counts an answer; turns are its one writer, by `send-turn.ts`. */
export function countAnswer({ key, follows }: CountedAnswer): Promise<void> {
  return inOrder(async () => {
    const told = await readFollowUps();
    const now = withAnswer(follows === null ? told : withFollowUpOf(told, follows), key);
    await item.setValue(Object.fromEntries(Object.entries(now).slice(-most)));
  });
}
