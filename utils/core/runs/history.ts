import { type Day, dayAfter, dayAt, startOf } from '../calendar';
import { fold } from '../fold';
import type { Head } from './head';

/** What of the history is wanted; null: any. */
export interface Query {
  readonly text: string;
  readonly actionId: string | null;
  readonly site: string | null;
  /** Today is 1. */
  readonly days: number | null;
}

export const all: Query = { text: '', actionId: null, site: null, days: null };

/** `named`: an action's name as the user reads it, folded; `now`: ms since 1970. */
export interface Around {
  readonly now: number;
  readonly named: (action: Head['action']) => string;
}

/** The heads that a query finds, in their order: all its words occur, in any order and inside of words too. */
export function findHeads(heads: readonly Head[], query: Query, around: Around): readonly Head[] {
  const lacked = lackedBy(query, around);
  return heads.filter((head) => lacked(head)?.length === 0);
}

/**
 * The words of a query that are not in the heads themselves, by their ids: if they are in its text, a run is found as well.
 * What is found without, and what filters leave out, is not among them.
 */
export function lackingIn(
  heads: readonly Head[],
  query: Query,
  around: Around,
): ReadonlyMap<string, readonly string[]> {
  const lacked = lackedBy(query, around);
  return new Map(
    heads.flatMap((head) => {
      const words = lacked(head);
      return words && words.length > 0 ? [[head.id, words] as const] : [];
    }),
  );
}

/** The words of a query that a head does not have; null when a filter leaves it out. */
function lackedBy({ text, actionId, site, days }: Query, { now, named }: Around) {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const since = days === null ? null : startOf(dayAfter(dayAt(now), 1 - days));
  const names = new Map<string, string>();
  const nameOf = (action: Head['action']) => {
    const known = names.get(action.id) ?? named(action);
    names.set(action.id, known);
    return known;
  };
  return (head: Head): readonly string[] | null => {
    const passes =
      (since === null || head.createdAt >= since) &&
      (actionId === null || head.action.id === actionId) &&
      (site === null || head.site === site);
    if (!passes) return null;
    return words.filter(
      (word) => !head.folded.includes(word) && !nameOf(head.action).includes(word),
    );
  };
}

/** A list with a head as it is now, in the order of time; null: it is gone. */
export function withHead(heads: readonly Head[], id: string, head: Head | null): readonly Head[] {
  const others = heads.filter((each) => each.id !== id);
  if (!head) return others;
  const at = others.findIndex(({ createdAt }) => createdAt <= head.createdAt);
  return others.toSpliced(at < 0 ? others.length : at, 0, head);
}

/** Heads of one day. */
interface HeadsOfDay {
  readonly day: Day;
  readonly heads: readonly Head[];
}

/** Heads by the day of each, in their order. */
export function byDay(heads: readonly Head[]): readonly HeadsOfDay[] {
  const days = new Map<Day, Head[]>();
  for (const head of heads) {
    const day = dayAt(head.createdAt);
    const there = days.get(day);
    if (there) there.push(head);
    else days.set(day, [head]);
  }
  return [...days].map(([day, among]) => ({ day, heads: among }));
}

/** The sites that most of the heads are of, at most `limit` of them, by name. */
export function sitesOf(heads: readonly Head[], limit: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const { site } of heads) if (site) counts.set(site, (counts.get(site) ?? 0) + 1);
  const most = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, limit);
  return most.map(([site]) => site).toSorted();
}

/** Each action of which there is a run, as the newest one had it. */
export function actionsOf(heads: readonly Head[]): readonly Head['action'][] {
  const found = new Map<string, Head['action']>();
  for (const { action } of heads) if (!found.has(action.id)) found.set(action.id, action);
  return [...found.values()];
}
