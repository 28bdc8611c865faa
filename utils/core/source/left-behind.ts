import { type Change, diff, linesOf } from '../diff';

/** UTF-16 units from which on a line says enough to be known again wherever it stands. */
const tellingLength = 12;

/**
 * What of all that can be seen on a page is sent, and what is not. Lines that occur once in both texts hold them together
 * (B. Cohen's patience diff, https://bramcohen.livejournal.com/73318.html), so that a long page takes as long as its lines;
 * between them `diff` looks closer.
 */
export function leftBehind(page: string, sent: string): readonly Change[] {
  const [from, to] = [linesOf(page), linesOf(sent)];
  const pieces: Change[] = [];
  let [left, right] = [0, 0];
  for (const [at, there] of inOrder(matches(from, to))) {
    pieces.push(...between(joined(from, left, at), joined(to, right, there)));
    pieces.push({ kind: 'same', text: from[at] ?? '' });
    [left, right] = [at + 1, there + 1];
  }
  pieces.push(...between(joined(from, left), joined(to, right)));
  return together(pieces);
}

function between(before: string, after: string): readonly Change[] {
  if (before === '' && after === '') return [];
  if (after === '') return [{ kind: 'removed', text: before }];
  return before === '' ? [{ kind: 'added', text: after }] : diff(before, after);
}

function joined(lines: readonly string[], from: number, to = lines.length): string {
  return lines.slice(from, to).join('');
}

type Match = readonly [from: number, to: number];

/** Lines that occur once in both, in the order of the first. */
function matches(from: readonly string[], to: readonly string[]): readonly Match[] {
  const there = placesOf(to);
  return [...placesOf(from)].flatMap(([line, at]) => {
    const other = there.get(line);
    return at === null || other === null || other === undefined ? [] : [[at, other] as const];
  });
}

/** Where each telling line stands; null: in several places. */
function placesOf(lines: readonly string[]): ReadonlyMap<string, number | null> {
  const places = new Map<string, number | null>();
  for (const [index, line] of lines.entries())
    if (line.length >= tellingLength) places.set(line, places.has(line) ? null : index);
  return places;
}

/** The longest series of matches that are in order in both texts. */
function inOrder(all: readonly Match[]): readonly Match[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, [, to]] of all.entries()) {
    const length = lengthBefore(ends, (end) => (all[end]?.[1] ?? 0) < to);
    before.push(ends[length - 1] ?? -1);
    ends[length] = index;
  }
  const series: Match[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const match = all[index];
    if (match) series.push(match);
  }
  return series.reverse();
}

/** How many of the ends, which grow, are before. */
function lengthBefore(ends: readonly number[], isBefore: (end: number) => boolean): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = ends[middle];
    if (end !== undefined && isBefore(end)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function together(pieces: readonly Change[]): readonly Change[] {
  const out: Change[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last?.kind === piece.kind) out[out.length - 1] = { ...last, text: last.text + piece.text };
    else out.push(piece);
  }
  return out;
}
