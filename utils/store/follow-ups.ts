import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import {
  type CountedAnswer,
  type FollowUps,
  withAnswer,
  withFollowUpOf,
} from '../core/runs/follow-ups';
import { inTurn } from './in-turn';

const item = storage.defineItem<unknown>('local:followUps', { version: 1 });

const count = v.pipe(v.number(), v.finite(), v.minValue(0));
const followed = v.object({ answers: count, followed: count });

/** Actions that are counted; the one that was answered longest ago is forgotten first. */
const most = 60;

/** What cannot be read is as if never counted. */
export async function readFollowUps(): Promise<FollowUps> {
  const stored = v.safeParse(v.record(v.string(), v.unknown()), await item.getValue());
  if (!stored.success) return {};
  const readable = Object.entries(stored.output).flatMap(([key, value]) => {
    const parsed = v.safeParse(followed, value);
    return parsed.success ? [[key, parsed.output] as const] : [];
  });
  return Object.fromEntries(readable);
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
