import type { WantedPassage } from '../core/source/citation';
import { childNodesOf, isElement, isText, isVisible, nameOf, shadowOf, startOf } from './pristine';

/** A piece of the page's text; `at`: where its letters and digits begin among those of the page. */
interface Piece {
  readonly node: Text;
  readonly at: number;
}

interface Letters {
  readonly all: string;
  readonly pieces: readonly Piece[];
}

const others = /[^\p{L}\p{N}]+/gu;
const itemNumber = /^[ \t>]*\d{1,9}\. /gm;
const unread = new Set('script style noscript template svg iframe textarea select'.split(' '));

/**
 * Where a passage stands in a page that may mark, break and space it differently: where its letters and digits follow each
 * other; else its longest line that is there, since what stands for an image or names the language of a listing is not. Of
 * several places the one that is most alike. One range for each piece of text; none when it is gone.
 */
export function findPassage(document: Document, { text, near }: WantedPassage): readonly Range[] {
  const letters = lettersIn(document);
  // Numbers of list items are not in the page's text.
  for (const each of [text, text.replace(itemNumber, ''), ...linesOf(text)]) {
    const wanted = each.replace(others, '');
    const starts = wanted === '' ? [] : likeliest(letters, wanted, near);
    if (starts.length > 0) return mostAlike(letters, starts, wanted.length, each);
  }
  return [];
}

/** Places that are looked at letter by letter at most. */
const mostPlaces = 100;

/** Where the letters stand, as far as what stands around them is as much like what was around the passage as anywhere. */
function likeliest(
  { all }: Letters,
  wanted: string,
  near: WantedPassage['near'],
): readonly number[] {
  const [before, after] = near.map((text) => text.replace(others, '')) as [string, string];
  let [most, places]: [number, number[]] = [0, []];
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const shared = endingAlike(all, at, before) + beginningAlike(all, end, after);
    if (shared > most) [most, places] = [shared, []];
    if (shared === most && places.length < mostPlaces) places.push(at);
  }
  return places;
}

/** How many units before a place are the last ones of `text`. */
function endingAlike(all: string, at: number, text: string): number {
  let count = 0;
  while (count < text.length && all[at - count - 1] === text[text.length - count - 1]) count += 1;
  return count;
}

/** How many units from a place on are the first ones of `text`. */
function beginningAlike(all: string, at: number, text: string): number {
  let count = 0;
  while (count < text.length && all[at + count] === text[count]) count += 1;
  return count;
}

/** Of some places the first that is the same also in its marks: 1.5 has the digits of 15. */
function mostAlike(
  letters: Letters,
  starts: readonly number[],
  length: number,
  text: string,
): readonly Range[] {
  const bare = (written: string) => written.replace(/\s+/g, '');
  const found = starts.map((start) => rangesOf(letters, start, start + length, text));
  return found.find((ranges) => bare(ranges.join('')) === bare(text)) ?? found[0] ?? [];
}

/** Letters and digits of a line that is not found just anywhere. */
const longLine = 12;

function linesOf(passage: string): readonly string[] {
  const length = (line: string) => line.replace(others, '').length;
  const lines = passage.replace(itemNumber, '').split('\n');
  return lines.filter((line) => length(line) >= longLine).sort((a, b) => length(b) - length(a));
}

function lettersIn(document: Document): Letters {
  const pieces: Piece[] = [];
  let all = '';
  const waiting: Node[] = [startOf(document)];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isText(node)) {
      pieces.push({ node, at: all.length });
      all += node.data.replace(others, '');
    } else if (isElement(node) && isRead(node)) {
      const children = childrenOf(node);
      for (let at = children.length - 1; at >= 0; at -= 1) waiting.push(children[at] as Node);
    }
  }
  return { all, pieces };
}

function isRead(element: Element): boolean {
  if (unread.has(nameOf(element))) return false;
  // Its contents are shown, but it is no box.
  const { display, userSelect } = getComputedStyle(element);
  return userSelect !== 'none' && (display === 'contents' || isVisible(element));
}

function childrenOf(element: Element): ArrayLike<Node> {
  if (nameOf(element) === 'slot') {
    const given = (element as HTMLSlotElement).assignedNodes();
    if (given.length > 0) return given;
  }
  return childNodesOf(shadowOf(element) ?? element);
}

function rangesOf({ pieces }: Letters, start: number, end: number, text: string): readonly Range[] {
  const [, before = ''] = /([^\p{L}\p{N}\s]*)[\p{L}\p{N}]/u.exec(text) ?? [];
  const [, after = ''] = /[\p{L}\p{N}]([^\p{L}\p{N}\s]*)[^\p{L}\p{N}]*$/u.exec(text) ?? [];
  const ranges: Range[] = [];
  for (const [index, { node, at }] of pieces.entries()) {
    const next = pieces[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    if (next <= start || at >= end || next === at) continue;
    const { data } = node;
    let from = at <= start ? offsetOf(data, start - at) : 0;
    if (at <= start && data.slice(0, from).endsWith(before)) from -= before.length;
    let to = next >= end ? offsetOf(data, end - at - 1, true) : data.length;
    if (next >= end && data.startsWith(after, to)) to += after.length;
    const range = new Range();
    range.setStart(node, from);
    range.setEnd(node, to);
    ranges.push(range);
  }
  return ranges;
}

/** Where the letter with that many units of letters before it begins, or ends. */
function offsetOf(data: string, count: number, end = false): number {
  let left = count;
  let offset = 0;
  for (const character of data) {
    const units = character.replace(others, '').length;
    if (units > 0 && left < units) return end ? offset + units : offset;
    left -= units;
    offset += character.length;
  }
  return data.length;
}
