/** Which part of a tree is read. */
export interface Bounds {
  firstChild(parent: Node): Node | null;
  /** The first child that is not read any more; null when all are. */
  endChild(parent: Node): Node | null;
  data(text: Text): string;
}

export const unbounded: Bounds = {
  firstChild: (parent) => parent.firstChild,
  endChild: () => null,
  data: (text) => text.data,
};

/** The part that a range covers. Nothing is compared while reading: the two paths to its ends say it all. */
export function boundsOf(range: Range): Bounds {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const toStart = pathTo(startContainer);
  const toEnd = pathTo(endContainer);
  return {
    firstChild(parent) {
      if (parent === startContainer) return parent.childNodes[startOffset] ?? null;
      return toStart.get(parent) ?? parent.firstChild;
    },
    endChild(parent) {
      if (parent === endContainer) return parent.childNodes[endOffset] ?? null;
      return toEnd.get(parent)?.nextSibling ?? null;
    },
    data(text) {
      return text.data.slice(
        text === startContainer ? startOffset : 0,
        text === endContainer ? endOffset : undefined,
      );
    },
  };
}

/** For each ancestor of a node, the child that leads to it. */
function pathTo(node: Node): ReadonlyMap<Node, Node> {
  const path = new Map<Node, Node>();
  for (let child = node; child.parentNode; child = child.parentNode) {
    path.set(child.parentNode, child);
  }
  return path;
}
