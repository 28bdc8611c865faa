import {
  allOf,
  attributeOf,
  childNodesOf,
  contentOf,
  isElement,
  isVisible,
  nameOf,
} from './pristine';

/** What can be read in a drawing, and what it says of itself to those who cannot see it. */
const readable = ':root > desc, text, foreignObject';
/** What has one of them stands at a place of its own. */
const places = ['x', 'y', 'dy'];

/** The words of an SVG document, each at its place in a line; null for any other, and where there are none. */
export function svgText(document: Document): string | null {
  if (document.contentType !== 'image/svg+xml') return null;
  const lines: string[] = [];
  for (const element of allOf(document, readable)) {
    if (nameOf(element) === 'desc' || isVisible(element)) lines.push(...linesOf(element));
  }
  return lines.length > 0 ? lines.join('\n') : null;
}

function linesOf(element: Element): readonly string[] {
  const parts = [...childNodesOf(element)].map((node) => {
    const apart = isElement(node) && places.some((place) => attributeOf(node, place) !== '');
    return (apart ? '\n' : '') + contentOf(node).replace(/\s+/g, ' ');
  });
  const lines = parts.join('').split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
