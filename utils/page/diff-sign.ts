import { attributeOf, findIn, textOf } from './pristine';

/** What a line of a diff begins with that was added, or taken out. */
export const sign = /^[+−-]$/;
/** In the names of cells with a line of code, or with its sign. */
const coded = /code|line|marker/;

/** The sign of a line of code that the page's style alone puts before it; empty where there is none. */
export function signBefore(cell: Element): string {
  if (!coded.test(attributeOf(cell, 'class'))) return '';
  const inner = findIn(cell, 'span');
  return drawnBefore(cell) || (inner ? drawnBefore(inner) : '');
}

/** In the names of lines in a block of code. */
const changed = /\b(?:diff|ins|del|add|remove)/;

/** The same of a line in a block of code; an empty one has none. */
export function signOfLine(line: Element): string {
  if (!changed.test(attributeOf(line, 'class')) || textOf(line).trim() === '') return '';
  // Beside its number, what is in it is the last.
  const inner = findIn(line, ':scope > :last-child');
  return drawnBefore(line) || (inner ? drawnBefore(inner) : '');
}

function drawnBefore(element: Element): string {
  const { content } = getComputedStyle(element, '::before');
  // Not every browser looks up what it names.
  const [, name] = /^attr\(([\w-]+)\)$/.exec(content) ?? [];
  const told = name ? attributeOf(element, name) : content.slice(1, -1);
  return sign.test(told) ? told : '';
}
