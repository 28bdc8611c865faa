/** A piece of both texts, of the old one alone, or of the new one alone. */
export interface Change {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Edits that are looked for at most: time and memory grow with their square. Beyond, all between the ends is another text. */
const mostEdits = 600;
/** UTF-16 units up to which a text is cut into words; a longer one into lines. */
const wordsUpTo = 60_000;

/**
 * What turns `before` into `after`, word by word in any script. The pieces that are same or removed are `before`, the
 * same or added ones `after`. Total: at worst one piece is removed and one added. By E. Myers, "An O(ND) Difference
 * Algorithm and Its Variations" (1986).
 */
export function diff(before: string, after: string): readonly Change[] {
  const long = before.length + after.length > wordsUpTo;
  const [old, now] = [before, after].map((text) => (long ? linesOf(text) : words(text)));
  return old && now ? joined(changes(old, now)) : [];
}

/** UTF-16 units of `before` that are kept, as a share of the longer text; 1 for two empty ones. */
export function kept(pieces: readonly Change[]): number {
  const lengthOf = (...kinds: readonly Change['kind'][]) =>
    pieces.reduce((sum, { kind, text }) => sum + (kinds.includes(kind) ? text.length : 0), 0);
  const longer = Math.max(lengthOf('same', 'removed'), lengthOf('same', 'added'));
  return longer === 0 ? 1 : lengthOf('same') / longer;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

function words(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Its lines, each with its end. */
export function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

function changes(old: readonly string[], now: readonly string[]): readonly Change[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  const room = Math.min(old.length, now.length) - start;
  while (end < room && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const [left, right] = [old, now].map((list) => list.slice(start, list.length - end));
  return [
    ...told('same', old.slice(0, start)),
    ...between(left ?? [], right ?? []),
    ...told('same', end > 0 ? old.slice(-end) : []),
  ];
}

function told(kind: Change['kind'], pieces: readonly string[]): readonly Change[] {
  return pieces.map((text) => ({ kind, text }));
}

function between(old: readonly string[], now: readonly string[]): readonly Change[] {
  const trail = search(old, now);
  return trail ? backward(trail, old, now) : [...told('removed', old), ...told('added', now)];
}

/** How far each diagonal was got in the old text by each number of edits; null when that takes too many. */
type Trail = readonly ReadonlyMap<number, number>[];

function search(old: readonly string[], now: readonly string[]): Trail | null {
  const trail: Map<number, number>[] = [];
  let reached = new Map([[1, 0]]);
  for (let edits = 0; edits <= mostEdits; edits += 1) {
    const next = new Map<number, number>();
    trail.push(next);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let at = from(reached, diagonal, edits).at;
      while (at < old.length && at - diagonal < now.length && old[at] === now[at - diagonal])
        at += 1;
      next.set(diagonal, at);
      if (at >= old.length && at - diagonal >= now.length) return trail;
    }
    reached = next;
  }
  return null;
}

/** The better of the two ways onto a diagonal: one more word of the new text, or one fewer of the old. */
function from(reached: ReadonlyMap<number, number>, diagonal: number, edits: number) {
  const [above, below] = [reached.get(diagonal + 1) ?? -1, reached.get(diagonal - 1) ?? -1];
  const adds = diagonal === -edits || (diagonal !== edits && below < above);
  return adds ? { adds, at: above } : { adds, at: below + 1 };
}

function backward(trail: Trail, old: readonly string[], now: readonly string[]): readonly Change[] {
  const found: Change[] = [];
  let [x, y] = [old.length, now.length];
  for (let edits = trail.length - 1; edits >= 0; edits -= 1) {
    const diagonal = x - y;
    const reached = trail[edits - 1];
    const step = reached && from(reached, diagonal, edits);
    const start = step?.at ?? 0;
    for (; x > start; x -= 1, y -= 1) found.push({ kind: 'same', text: old[x - 1] ?? '' });
    if (!step) break;
    if (step.adds) {
      y -= 1;
      found.push({ kind: 'added', text: now[y] ?? '' });
    } else {
      x -= 1;
      found.push({ kind: 'removed', text: old[x] ?? '' });
    }
  }
  return found.reverse();
}

/** Neighbours of one kind in one piece; of what was changed in one place, the old comes first. */
function joined(pieces: readonly Change[]): readonly Change[] {
  const out: Change[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    if (removed !== '') out.push({ kind: 'removed', text: removed });
    if (added !== '') out.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  let same = '';
  for (const { kind, text } of pieces) {
    if (kind === 'same') {
      flush();
      same += text;
      continue;
    }
    if (same !== '') out.push({ kind: 'same', text: same });
    same = '';
    if (kind === 'removed') removed += text;
    else added += text;
  }
  flush();
  if (same !== '') out.push({ kind: 'same', text: same });
  return out;
}
