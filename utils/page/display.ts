import { displayInTable } from './cells';
import { displayIn } from './drawing';
import type { Around } from './levels';
import { isHeading, isInline } from './marks';
import { displayByRole } from './roles';
import { isUnseenCopy, runsOn } from './runs-on';

/** How an element is displayed, as far as it matters to how it is read. */
export function displayOf(
  element: Element,
  name: string,
  style: CSSStyleDeclaration,
  { drawing, row }: Pick<Around, 'drawing' | 'row'>,
): string {
  if (runsOn(element, name, style)) return isUnseenCopy(element, style) ? 'none' : 'inline';
  // Often beside a link for editing it.
  if (isHeading(name) && isInline(style.display)) return 'block';
  const told = displayByRole(element) ?? displayIn(drawing, element, name, style.display);
  return displayInTable(name, told, row);
}

/** Whether a text, of something displayed like that, is white space beside boxes: there it is not shown, be it kept elsewhere. */
export function isBetweenBoxes(data: string, display: string): boolean {
  return /flex|grid/.test(display) && data.trim() === '';
}
