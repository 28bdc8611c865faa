import { unbounded } from '../bounds';
import { close, type List, listOf, open } from '../marks';
import { breakLine, isFull, type Writer, write } from '../writer';
import { type Children, childrenOf, dataOf, nameOf, nextOf, nodeTypeOf } from './pristine';
import { unread } from './tags';

/** What is written of a page. */
export interface Kept {
  readonly texts: ReadonlySet<Text>;
  /** Elements in which there is none of these texts, though there are others. */
  readonly dropped: ReadonlySet<Element>;
}

/** Where the walk is: an element that is open, and the children that are left. */
interface Level {
  readonly element: Element;
  readonly children: Children;
  readonly name: string;
  readonly display: string;
  readonly outerList: List | null;
  readonly list: List | null;
  /** Whether white space counts; null as long as nobody needed to know. */
  preserve: boolean | null;
}

/** What pages seldom show as anything but inline: asking for the style of each takes most of the time. */
const plain = new Set(
  'abbr b bdi cite code del dfn em i ins kbd mark q s samp strong sub sup u var'.split(' '),
);
/** White space that would be lost: within the text, or a line of its own. */
const shaped = /\S(\s*\n\s*|\s{2,})\S/;

/** Writes the kept texts below `root` with the marks of what they are in. Needs no recursion. */
export function writeKept({ texts, dropped }: Kept, root: Element, writer: Writer): void {
  const path: Level[] = [];
  enter(path, root, writer);
  for (let level = path.at(-1); level; level = path.at(-1)) {
    const node = isFull(writer) ? null : nextOf(level.children);
    if (node === null) {
      path.pop();
      close(level.name, level.display, writer, level.outerList);
      continue;
    }
    const type = nodeTypeOf(node);
    if (type === 3 && texts.has(node as Text)) {
      const data = dataOf(node as Text);
      write(writer, data, preserves(level, data));
    } else if (type === 1 && !dropped.has(node as Element)) enter(path, node as Element, writer);
  }
}

function preserves(level: Level, data: string): boolean {
  if (level.preserve === null && shaped.test(data)) level.preserve = asked(level.element);
  return level.preserve ?? false;
}

function asked(element: Element): boolean {
  return /^(pre|break)/.test(getComputedStyle(element).whiteSpace);
}

function enter(path: Level[], element: Element, writer: Writer): void {
  const name = nameOf(element);
  if (unread.has(name)) return;
  if (name === 'br') {
    breakLine(writer);
    return;
  }
  const display = plain.has(name) ? 'inline' : getComputedStyle(element).display;
  if (display === 'none') return;
  const outer = path.at(-1);
  const outerList = outer?.list ?? null;
  open(name, display, writer, outerList);
  path.push({
    element,
    children: childrenOf(element, name),
    name,
    display,
    outerList,
    list: listOf(element, outerList, unbounded),
    preserve: name === 'pre' ? asked(element) : outer?.preserve ? asked(element) : null,
  });
}
