import { unbounded } from '../bounds';
import { close, type List, listOf, open } from '../marks';
import { breakLine, isFull, type Writer, write } from '../writer';
import {
  assignedTo,
  dataOf,
  firstChildOf,
  nameOf,
  nextSiblingOf,
  nodeTypeOf,
  shadowOf,
} from './pristine';
import { unread } from './tags';

/** Where the walk is: an element that is open, and the children that are left. */
interface Level {
  next: Node | null;
  readonly rest: readonly Node[] | null;
  at: number;
  readonly name: string;
  readonly display: string;
  readonly outerList: List | null;
  readonly list: List | null;
  readonly shown: boolean;
  readonly preserve: boolean;
}

/** Writes what is visible below `root`, but for the dropped nodes with all that is in them. Needs no recursion. */
export function writeWithout(dropped: ReadonlySet<Node>, root: Element, writer: Writer): void {
  const path: Level[] = [];
  enter(path, root, writer);
  for (let level = path.at(-1); level; level = path.at(-1)) {
    const node = level.rest ? (level.rest[level.at] ?? null) : level.next;
    if (node === null || isFull(writer)) {
      path.pop();
      close(level.name, level.display, writer, level.outerList);
      continue;
    }
    if (level.rest) level.at += 1;
    else level.next = nextSiblingOf(node);
    if (dropped.has(node)) continue;
    const type = nodeTypeOf(node);
    if (type === 3 && level.shown) write(writer, dataOf(node as Text), level.preserve);
    else if (type === 1) enter(path, node as Element, writer);
  }
}

function enter(path: Level[], element: Element, writer: Writer): void {
  const name = nameOf(element);
  if (unread.has(name)) return;
  if (name === 'br') {
    breakLine(writer);
    return;
  }
  const { display, visibility, whiteSpace } = getComputedStyle(element);
  if (display === 'none') return;
  const outerList = path.at(-1)?.list ?? null;
  open(name, display, writer, outerList);
  const assigned = name === 'slot' ? assignedTo(element) : [];
  path.push({
    next: firstChildOf(shadowOf(element) ?? element),
    rest: assigned.length > 0 ? assigned : null,
    at: 0,
    name,
    display,
    outerList,
    list: listOf(element, outerList, unbounded),
    shown: visibility === 'visible',
    preserve: /^(pre|break)/.test(whiteSpace),
  });
}
