import type { Kind } from './tags';
import { elementAt, pieceAt, type Tape } from './tape';

/** The styles that were asked for lately. To ask is dear, and how an element is displayed is asked right before its text. */
export type Styles = Map<Element, CSSStyleDeclaration>;

export function styleOf(styles: Styles, element: Element): CSSStyleDeclaration {
  const known = styles.get(element);
  if (known) return known;
  const style = getComputedStyle(element);
  styles.set(element, style);
  return style;
}

/** How the element at a place is displayed, as far as it matters to what is written. */
export function displayOf(styles: Styles, tape: Tape, place: number): string {
  const { display } = tape.kinds[place] as Kind;
  if (display !== null) return display;
  if (isAmongWords(tape, place) || isAllOfBlock(tape, place)) return 'inline';
  return styleOf(styles, elementAt(tape, place)).display;
}

/** Whether it is all that is in a block: then there is a break before and after it, be it displayed as it may. */
function isAllOfBlock({ kinds, ends }: Tape, place: number): boolean {
  const around = kinds[place - 1];
  return around?.display === 'block' && ends[place - 1] === ends[place];
}

/** Whether there is a text and a space right before it: then it hardly is a line of its own, and its words are parted. */
function isAmongWords(tape: Tape, place: number): boolean {
  const before = pieceAt(tape, place - 1);
  if (!before?.data.endsWith(' ') || before.data.trim() === '') return false;
  return (tape.ends[before.place] as number) > place;
}

/** `usually`: what holds where nothing is laid out, and so no style is known. */
export function keepsSpace({ whiteSpace }: CSSStyleDeclaration, usually: boolean): boolean {
  return whiteSpace === '' ? usually : /^(pre|break)/.test(whiteSpace);
}
