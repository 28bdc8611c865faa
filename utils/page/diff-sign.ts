import { attributeOf, findIn } from './pristine';

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

function drawnBefore(element: Element): string {
  const { content } = getComputedStyle(element, '::before');
  // Not every browser looks up what it names.
  const [, name] = /^attr\(([\w-]+)\)$/.exec(content) ?? [];
  const told = name ? attributeOf(element, name) : content.slice(1, -1);
  return sign.test(told) ? told : '';
}
