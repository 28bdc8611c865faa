import { isInline } from './marks';
import { boxOf } from './pristine';

/** The start or the end of an element that stands between two texts; null for one that stands there as a whole. */
export type Edge = readonly [element: Element, name: string, side: 'start' | 'end' | null];

/** What a frame is drawn around, be it in the midst of a word. */
const framed = /^(?:code|kbd|mark|samp)$/;
const word = /[\p{L}\p{M}\p{N})%]$/u;
const another = /^[\p{L}\p{N}]/u;
const aside = /^[([#@$€£]/;

/** Share of the height of letters from which on a gap is seen as a space. */
const least = 0.18;

/** Whether a text would be read as one word with what was written last. Names in a program are followed by brackets. */
export function areGlued(last: string, data: string, isCode: boolean): boolean {
  return word.test(last.slice(-2)) && (another.test(data) || (!isCode && aside.test(data)));
}

/** Whether words that nothing parts in the source are set apart, as labels, numbers and buttons are. */
export function areApart(edges: readonly Edge[]): boolean {
  let gap = 0;
  for (const [element, name, side] of edges) {
    if (!side) gap += boxOf(element).width > 0 ? 1 : 0;
    else if (!framed.test(name)) gap += gapAt(element, side);
  }
  return gap >= least;
}

function gapAt(element: Element, side: 'start' | 'end'): number {
  const { content } = getComputedStyle(element, side === 'start' ? '::before' : '::after');
  if (content && !/^(?:none|normal|"")$/.test(content)) return 1;
  const style = getComputedStyle(element);
  // A letter that is set large is a box.
  if (!isInline(style.display)) return 0;
  const length = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0;
  const gap =
    length(`margin-inline-${side}`) +
    length(`padding-inline-${side}`) +
    length(`border-inline-${side}-width`);
  return gap / (length('font-size') || 16);
}
