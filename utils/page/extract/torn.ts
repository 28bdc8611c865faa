import { isDropCap } from '../drop-cap';
import { isInline } from '../marks';
import { type Styles, styleOf } from './styles';
import type { Kind } from './tags';
import { elementAt, type Piece, pieceAt, type Tape } from './tape';

/**
 * Whether the texts at two places, one after the other, touch in a block, and are apart as they are displayed: what runs
 * with the text around it by its name is a line of its own where it is told to be, and in a box that sets parts side by side.
 */
export function areTorn(styles: Styles, tape: Tape, before: number, at: number): boolean {
  const one = pieceAt(tape, before);
  const other = tape.items[at] as Piece;
  if (one?.block !== other.block || isBlank(one.data.at(-1)) || isBlank(other.data[0]))
    return false;
  const isApart = (place: number) => {
    const { display, tag } = tape.kinds[place] as Kind;
    return display === 'inline' && isBox(styles, elementAt(tape, place), tag);
  };
  if ((tape.ends[one.place] as number) <= at && isApart(one.place)) return true;
  for (let place = before + 1; place < at; place += 1) {
    if ((tape.ends[place] as number) > at && isApart(place)) return true;
  }
  return false;
}

function isBlank(letter = ' '): boolean {
  return letter.trim() === '';
}

function isBox(styles: Styles, element: Element, tag: string): boolean {
  const style = styleOf(styles, element);
  return !isInline(style.display) && !isDropCap(element, tag, style);
}
