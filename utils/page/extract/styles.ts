import { isMasked } from '../masked';
import { displayByRole } from '../roles';
import { isUnseenCopy, runsOn } from '../runs-on';
import type { Kind } from './tags';
import { elementAt, pieceAt, type Tape } from './tape';

/**
 * The styles that were asked for lately, and whether what is in an element is masked as far as that is known. To ask is dear,
 * how an element is displayed is asked right before its text, and a paragraph has as many texts as links.
 */
export type Styles = Map<Element, Asked>;

interface Asked {
  readonly style: CSSStyleDeclaration;
  masked: boolean | null;
}

export function styleOf(styles: Styles, element: Element): CSSStyleDeclaration {
  return askedOf(styles, element).style;
}

/** Whether the text of an element is shown as dots. */
export function isTextMasked(styles: Styles, element: Element): boolean {
  const asked = askedOf(styles, element);
  asked.masked ??= isMasked(asked.style);
  return asked.masked;
}

function askedOf(styles: Styles, element: Element): Asked {
  const known = styles.get(element);
  if (known) return known;
  const asked: Asked = { style: getComputedStyle(element), masked: null };
  styles.set(element, asked);
  return asked;
}

/** How the element at a place is displayed, as far as it matters to what is written. */
export function displayOf(styles: Styles, tape: Tape, place: number): string {
  const { display, tag, roled } = tape.kinds[place] as Kind;
  const element = elementAt(tape, place);
  const told = roled ? displayByRole(element) : undefined;
  if (told) return told;
  if (display !== null) return display;
  if (isAmongWords(tape, place) || isAllOfBlock(tape, place)) return 'inline';
  const style = styleOf(styles, element);
  if (!runsOn(element, tag, style)) return style.display;
  return isUnseenCopy(element, style) ? 'none' : 'inline';
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
  return whiteSpace === ''
    ? usually
    : whiteSpace.startsWith('pre') || whiteSpace.startsWith('break');
}
