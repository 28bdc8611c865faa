import { areApart, type Edge, most } from '../apart';
import { isInline } from '../marks';
import { isText, nextSiblingOf, nodeTypeOf, previousSiblingOf } from '../pristine';
import { runsOn } from '../runs-on';
import { breakAtLeast, touches, type Writer } from '../writer';
import { type Styles, styleOf } from './styles';
import { kindOf } from './tags';
import { type Piece, pieceAt, type Tape } from './tape';

/**
 * Parts the text at a place from what was written before it, at another, where they touch and are apart as they are
 * displayed: what runs with the text around it by its name is a line of its own where it is told to be, and in a box that
 * sets parts side by side; labels and buttons stand at a distance.
 */
export function tear(
  writer: Writer,
  styles: Styles,
  tape: Tape,
  before: number,
  at: number,
  isCode: boolean,
): void {
  if (!touches(writer)) return;
  const { data } = tape.items[at] as Piece;
  if (before < 0 || isBlank(pieceAt(tape, before)?.data.at(-1) ?? '.') || isBlank(data[0])) return;
  const edges = edgesBetween(tape, before, at);
  if (edges.some((edge) => isTorn(styles, edge))) breakAtLeast(writer, 1);
  else if (edges.some(isSpaced) || areApart(edges, writer.last, data, isCode))
    writer.pending.space = true;
}

/** How far back an element around the first text may begin that ends before the second. */
const near = 16;

function edgesBetween(tape: Tape, before: number, at: number): readonly Edge[] {
  const { items, kinds, ends } = tape;
  const own = pieceAt(tape, before)?.place ?? before - 1;
  const edges: Edge[] = [];
  for (let place = own; place >= 0 && place > own - near; place -= 1) {
    const kind = kinds[place];
    const end = ends[place] as number;
    if (!kind || end <= before) continue;
    if (end > at) break;
    edges.push([items[place] as Element, kind.tag, 'end']);
  }
  // In what was written otherwise there is nothing more; a text ends nowhere.
  for (let place = ends[before] || before + 1; place < at && edges.length <= most; place += 1) {
    const kind = kinds[place];
    const side = (ends[place] as number) > at ? 'start' : null;
    if (kind) edges.push([items[place] as Element, kind.tag, side]);
  }
  return edges;
}

function isBlank(letter = ' '): boolean {
  return letter.trim() === '';
}

/** Whether it stands beside white space, which is passed over where it is taken for the border of a block. */
export function isSpaced([element, , side]: Edge): boolean {
  const step = side === 'start' ? previousSiblingOf : nextSiblingOf;
  let node = step(element);
  while (node && (nodeTypeOf(node) === 8 || (isText(node) && node.data === ''))) node = step(node);
  return node !== null && isText(node) && node.data.trim() === '';
}

function isTorn(styles: Styles, [element, name, side]: Edge): boolean {
  if (!side || kindOf(name).display !== 'inline') return false;
  const style = styleOf(styles, element);
  return !isInline(style.display) && !runsOn(element, name, style);
}
