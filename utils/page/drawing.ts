import { attributeOf, findIn, isElement, nameOf, shownParentOf } from './pristine';

/** Elements in which no words are shown, or none that may be read. */
const never = /* @__PURE__ */ new Set(
  /* @__PURE__ */ 'script style noscript template iframe frame object embed canvas audio video select textarea input progress meter'.split(
    ' ',
  ),
);

/** Elements of a drawing (SVG) in which there are words that are shown. */
const drawn = /* @__PURE__ */ new Set(
  /* @__PURE__ */ 'svg g a switch text tspan textPath foreignObject'.split(' '),
);

/** Whether an element, of that name, is to be looked into: in a drawing only where its words are. */
export function hasWords(element: Element, name: string, inDrawing: boolean): boolean {
  if (never.has(name)) return false;
  if (name === 'svg') return findIn(element, 'text, foreignObject') !== null;
  return !inDrawing || drawn.has(name);
}

/** Whether what is in an element is part of a drawing. */
export function isDrawing(name: string, around: boolean): boolean {
  return name === 'svg' || (around && name !== 'foreignObject');
}

/** The same of an element of which nothing is known yet. */
export function isInDrawing(element: Element): boolean {
  for (let node: Node | null = element; node; node = shownParentOf(node)) {
    const name = isElement(node) ? nameOf(node) : '';
    if (name === 'svg' || name === 'foreignObject') return name === 'svg';
  }
  return false;
}

/** How an element stands among others: the words of a drawing are wherever they are drawn, so each on its line. */
export function displayIn(
  drawing: boolean,
  element: Element,
  name: string,
  display: string,
): string {
  if (!drawing) return display;
  return name === 'text' || (name === 'tspan' && isPlaced(element)) ? 'block' : display;
}

function isPlaced(element: Element): boolean {
  return attributeOf(element, 'x') !== '' || attributeOf(element, 'y') !== '';
}
