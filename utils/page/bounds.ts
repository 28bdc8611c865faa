import {
  childNodesOf,
  firstChildOf,
  isBehind,
  isElement,
  isText,
  nextSiblingOf,
  shadowOf,
  shownParentOf,
} from './pristine';

/** Which part of a tree is read: the tree that is shown, with shadow roots for children and slots filled. */
export interface Bounds {
  firstChild(parent: Node): Node | null;
  /** The first child that is not read any more; null when all are. */
  endChild(parent: Node): Node | null;
  /** What fills a slot; nothing when its own children do. */
  slotted(slot: Element): readonly Node[];
  data(text: Text): string;
}

export const unbounded: Bounds = {
  firstChild: firstChildOf,
  endChild: () => null,
  slotted: assignedTo,
  data: (text) => text.data,
};

/** Both ends of what is selected, be they in different shadow roots. */
export type Ends = Pick<
  AbstractRange,
  'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'
>;

/** The part that a range covers. Nothing is compared while reading: the two paths to its ends say it all. */
export function boundsOf(range: Ends): Bounds {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const toStart = pathTo(startContainer);
  const toEnd = pathTo(endContainer);
  return {
    firstChild(parent) {
      if (parent === startContainer) return childNodesOf(parent)[startOffset] ?? null;
      return toStart.get(parent) ?? firstChildOf(parent);
    },
    endChild(parent) {
      if (parent === endContainer) return childNodesOf(parent)[endOffset] ?? null;
      const last = toEnd.get(parent);
      return last ? nextSiblingOf(last) : null;
    },
    slotted(slot) {
      const nodes = assignedTo(slot);
      const [first, last] = [toStart, toEnd].map((path) => path.get(slot));
      const end = last ? nodes.indexOf(last) + 1 : nodes.length;
      return nodes.slice(first ? nodes.indexOf(first) : 0, end);
    },
    data(text) {
      return text.data.slice(
        text === startContainer ? startOffset : 0,
        text === endContainer ? endOffset : undefined,
      );
    },
  };
}

/** The innermost node, an element or a shadow root, that holds both ends. */
export function commonOf({ startContainer, endContainer }: Ends): Node | null {
  const above = pathTo(startContainer);
  let node: Node | null = endContainer;
  while (node && !above.has(node) && node !== startContainer) node = shownParentOf(node);
  return node && isText(node) ? shownParentOf(node) : node;
}

/** Both ends in the order in which they are shown: slots may have another one than the document. */
export function asShown(ends: Ends): Ends {
  const common = commonOf(ends);
  const { startContainer, startOffset, endContainer, endOffset } = ends;
  const [start, end] = [startContainer, endContainer].map((node) =>
    common ? pathTo(node).get(common) : undefined,
  );
  if (!start || !end || !isBehind(start, end)) return ends;
  return {
    startContainer: endContainer,
    startOffset: endOffset,
    endContainer: startContainer,
    endOffset: startOffset,
  };
}

/** For each node above a node, the child that leads to it. */
function pathTo(node: Node): ReadonlyMap<Node, Node> {
  const path = new Map<Node, Node>();
  let child = node;
  for (let parent = shownParentOf(child); parent; parent = shownParentOf(child)) {
    path.set(parent, child);
    child = parent;
  }
  return path;
}

// Other name spaces may have elements of that name.
export function assignedTo(slot: Partial<HTMLSlotElement>): readonly Node[] {
  return slot.assignedNodes?.() ?? [];
}

/** Where an element's shown children are: in itself, or in its shadow root. */
export function holderOf(node: Node): Node {
  return (isElement(node) ? shadowOf(node) : null) ?? node;
}
