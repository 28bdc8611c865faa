/** Ids in the order that the user has given them; those that have no place in it follow as they come. */
export function inUsersOrder(ids: readonly string[], order: readonly string[]): readonly string[] {
  const placed = order.filter((id) => ids.includes(id));
  return [...new Set([...placed, ...ids])];
}

/** The ids with one of them moved by some places; what would leave the list stays at its end. */
export function moved(ids: readonly string[], id: string, by: number): readonly string[] {
  const from = ids.indexOf(id);
  if (from < 0) return ids;
  const others = ids.filter((each) => each !== id);
  const to = Math.min(others.length, Math.max(0, from + by));
  return [...others.slice(0, to), id, ...others.slice(to)];
}

/** The ids with a new one right behind another. */
export function placedAfter(ids: readonly string[], id: string, other: string): readonly string[] {
  const others = ids.filter((each) => each !== id);
  const at = others.indexOf(other) + 1;
  return [...others.slice(0, at), id, ...others.slice(at)];
}
