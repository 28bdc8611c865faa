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
  const isApart = (place: number) =>
    (tape.kinds[place] as Kind).display === 'inline' && isBox(styles, tape, place, one.data);
  if ((tape.ends[one.place] as number) <= at && isApart(one.place)) return true;
  for (let place = before + 1; place < at; place += 1) {
    if ((tape.ends[place] as number) > at && isApart(place)) return true;
  }
  return false;
}

function isBlank(letter = ' '): boolean {
  return letter.trim() === '';
}

/** A first letter that floats beside the lines of its text is one of its word. */
function isBox(styles: Styles, tape: Tape, place: number, before: string): boolean {
  const style = styleOf(styles, elementAt(tape, place));
  if (isInline(style.display)) return false;
  return before.trim().length > 2 || !/left|right/.test(style.getPropertyValue('float'));
}
