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
  if (!isVisible(cell) || findIn(cell, 'button, [role="button"], input')) return '';
  const sign = findIn(cell, signs);
  const drawing = sign ?? findIn(cell, 'use') ?? findIn(cell, 'svg, :not(:has(*))');
  if (!drawing || (nameOf(drawing) === 'img' && (drawing as HTMLImageElement).width >= 48))
    return '';
  return sign ? named(sign) : drawn(drawing);
}

function named(sign: Element): string {
  const label =
    attributeOf(sign, 'aria-label') ||
    attributeOf(sign, 'alt') ||
    attributeOf(sign, 'title') ||
    contentOf(sign);
  return label.length > most ? '' : label.trim();
}

const tick = /(?:^|[ #/_-])(?:check(?:-?mark)?|tick|ok)(?:$|[ ._-])/i;
const cross = /(?:^|[ #/_-])(?:x-?mark|cross|times|close|remove)(?:$|[ ._-])/i;

/** Tables that compare mostly draw whether something is there, which nothing but the name of the drawing tells. */
function drawn(drawing: Element): string {
  if (!isVisible(drawing)) return '';
  const names = ['class', 'src', 'href', 'xlink:href'].map((name) => attributeOf(drawing, name));
  const name = `${names.join(' ')} ${contentOf(drawing)}`;
  if (tick.test(name)) return '✓';
  return cross.test(name) ? '✗' : '';
}

/** A rating is mostly drawn, and told in numbers to those who cannot see it. */
function ratingIn(element: Element): string {
  const told = attributeOf(element, 'role') === 'img' ? attributeOf(element, 'aria-label') : '';
  return /\d/.test(told) && told.length <= most && isVisible(element) ? told.trim() : '';
}
