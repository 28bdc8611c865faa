import { type Styles, styleOf } from './styles';
import { elementAt, pieceAt, type Tape } from './tape';

/**
 * Whether the children of an element are the rows of a table by their style. Asked of the first alone, and only where all of
 * them have as many parts: to ask each would cost much of the time.
 */
export function areStyledRows(styles: Styles, tape: Tape, place: number): boolean {
  const rows = partsOf(tape, place);
  const [first, second] = rows ?? [];
  if (!rows || first === undefined || second === undefined) return false;
  const width = partsOf(tape, first)?.length ?? 0;
  if (width < 2) return false;
  const isAlike = (row: number) =>
    tape.kinds[row]?.tag === tape.kinds[first]?.tag && partsOf(tape, row)?.length === width;
  return rows.every(isAlike) && styleOf(styles, elementAt(tape, first)).display === 'table-row';
}

/** The places of the elements in an element; null where there is a text of its own between them. */
function partsOf(tape: Tape, place: number): readonly number[] | null {
  const parts: number[] = [];
  const end = tape.ends[place] as number;
  for (let at = place + 1; at < end; at = tape.ends[at] || at + 1) {
    const piece = pieceAt(tape, at);
    if (!piece) parts.push(at);
    else if (piece.block >= 0) return null;
  }
  return parts;
}
