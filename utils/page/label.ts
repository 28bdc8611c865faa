import { attributeOf, contentOf, findIn, isVisible, nameOf } from './pristine';
import { type Writer, write } from './writer';

/** Writes what something without any text says by a drawing alone. */
export function writeLabel(writer: Writer, element: Element, display: string): void {
  const label = display === 'table-cell' ? labelIn(element) : ratingIn(element);
  if (label !== '') write(writer, ` ${label} `, false);
}

const signs =
  'img[alt]:not([alt=""]), :is(i, span, svg, div, [role="img"])[aria-label], svg title, :is(i, span)[title]';
/** UTF-16 units of what somebody would say of an icon. */
const most = 60;

/** What a cell says by an icon alone; empty where it holds none, or what is to be clicked. */
function labelIn(cell: Element): string {
  const sign = findIn(cell, signs);
  if (!sign || !isVisible(cell) || findIn(cell, 'button, [role="button"], input')) return '';
  if (nameOf(sign) === 'img' && (sign as HTMLImageElement).width >= 48) return '';
  const told =
    attributeOf(sign, 'aria-label') ||
    attributeOf(sign, 'alt') ||
    attributeOf(sign, 'title') ||
    contentOf(sign);
  return told.length > most ? '' : told.trim();
}

/** A rating is mostly drawn, and told in numbers to those who cannot see it. */
function ratingIn(element: Element): string {
  const told = attributeOf(element, 'role') === 'img' ? attributeOf(element, 'aria-label') : '';
  return /\d/.test(told) && told.length <= most && isVisible(element) ? told.trim() : '';
}
