import { attributeOf } from './pristine';

const displays = new Map([
  ['row', 'table-row'],
  ['cell', 'table-cell'],
  ['gridcell', 'table-cell'],
  ['columnheader', 'table-cell'],
  ['rowheader', 'table-cell'],
]);

/** How an element is to be read that says of itself that it is a part of a table; undefined for any other. */
export function displayByRole(element: Element): string | undefined {
  const role = attributeOf(element, 'role');
  return role === '' ? undefined : displays.get(role);
}
