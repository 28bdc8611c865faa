import { asShown, type Ends } from './bounds';
import { childNodesOf, isElement, shadowOf } from './pristine';

/** What is selected, in the order of the document, and in shadow roots where the browser tells it. */
export function selectedIn(selection: Selection): readonly Ends[] {
  const { rangeCount } = selection;
  if (rangeCount === 1 && 'getComposedRanges' in selection) return [composedOf(selection)];
  return Array.from({ length: rangeCount }, (_, index) => selection.getRangeAt(index));
}

// A browser tells of those shadow roots only that it is shown: it names the hosts of the others.
function composedOf(selection: Selection): Ends {
  const known = new Set<ShadowRoot>();
  for (;;) {
    const range =
      selection.getComposedRanges({ shadowRoots: [...known] })[0] ?? selection.getRangeAt(0);
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const found = [
      startContainer,
      childNodesOf(startContainer)[startOffset],
      endContainer,
      childNodesOf(endContainer)[endOffset - 1],
    ].flatMap((node) => (node && isElement(node) ? (shadowOf(node) ?? []) : []));
    if (found.every((root) => known.has(root))) return asShown(range);
    for (const root of found) known.add(root);
  }
}

export function isCollapsed(range: Ends): boolean {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  return startContainer === endContainer && startOffset === endOffset;
}
