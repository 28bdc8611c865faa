import { childNodesOf, contentOf, isElement, nameOf } from './pristine';

/** Deeper than any formula that somebody has written. */
const deepest = 40;

/** A formula in one line of plain text, as one would type it; null where it holds none. */
export function linear(math: Element): string | null {
  const text = row(math, 0).replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

/** What is written between and around the parts of an element, each of which is one of its children. */
const between: Readonly<Record<string, readonly string[]>> = {
  mfrac: ['', '/'],
  msup: ['', '^'],
  msub: ['', '_'],
  msubsup: ['', '_', '^'],
  munder: ['', '_'],
  mover: ['', '^'],
  munderover: ['', '_', '^'],
  mroot: ['', '^1/'],
};

function write(node: Node, depth: number): string {
  if (!isElement(node) || depth > deepest) return contentOf(node);
  const name = nameOf(node);
  const marks = between[name];
  if (marks) return joined(node, marks, depth);
  switch (name) {
    case 'msqrt':
      return `√(${row(node, depth)})`;
    case 'mtr':
      return `${cells(node, depth).join(', ')}; `;
    case 'annotation':
    case 'annotation-xml':
    case 'mphantom':
      return '';
    case 'mtext':
      return ` ${contentOf(node)} `;
    default:
      return row(node, depth);
  }
}

function row(element: Element, depth: number): string {
  return [...childNodesOf(element)].map((node) => write(node, depth + 1)).join('');
}

function cells(element: Element, depth: number): readonly string[] {
  return [...childNodesOf(element)].filter(isElement).map((node) => write(node, depth + 1).trim());
}

function joined(element: Element, marks: readonly string[], depth: number): string {
  return cells(element, depth)
    .map((part, index) => (marks[index] ?? '') + grouped(part))
    .join('');
}

/** In brackets where it would be taken apart. */
function grouped(part: string): string {
  return /^(?:[\p{L}\p{M}]|[\d.,]+|\p{S}|\(.*\))?$/u.test(part) ? part : `(${part})`;
}
