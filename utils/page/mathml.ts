import { beginsWord, endsWord } from './letters';
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
  if (!isElement(node) || depth > deepest) return spoken(contentOf(node));
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

/** Of the signs that nobody sees, the one after a function parts two words. */
function spoken(text: string): string {
  return text.replace(/\u2061/g, ' ').replace(/[\u2062-\u2064]/g, '');
}

function row(element: Element, depth: number): string {
  let all = '';
  let before = '';
  let last = '';
  for (const node of childNodesOf(element)) {
    const part = write(node, depth + 1);
    const name = isElement(node) ? nameOf(node) : last;
    // Else 2 1/3 would be 21/3, and what follows a power a part of it.
    const isApart = name === 'mfrac' || last in between;
    all += (isApart && areTerms(before, part) ? ' ' : '') + part;
    before = part || before;
    last = name;
  }
  return all;
}

function areTerms(before: string, part: string): boolean {
  return (endsWord(before) || before.endsWith(')')) && (beginsWord(part) || part.startsWith('√'));
}

function cells(element: Element, depth: number): readonly string[] {
  return [...childNodesOf(element)].filter(isElement).map((node) => write(node, depth + 1).trim());
}

/** Signs above a letter, each with the one that is set on it in a text. */
const accents = ['→\u20D7', '^\u0302', '~\u0303', '¯\u0304', '˙\u0307', '¨\u0308'];

function joined(element: Element, marks: readonly string[], depth: number): string {
  const parts = cells(element, depth);
  const [letter = '', above = ''] = parts;
  const accent = nameOf(element) === 'mover' && accents.find(([sign]) => sign === above)?.[1];
  if (accent && /^\p{L}$/u.test(letter)) return letter + accent;
  return parts.map((part, index) => (marks[index] ?? '') + grouped(part)).join('');
}

/** In brackets where it would be taken apart. */
function grouped(part: string): string {
  return /^(?:[\p{L}\p{M}]|[\d.,]+|\p{S}|\(.*\))?$/u.test(part) ? part : `(${part})`;
}
