import { attributeOf } from '../pristine';
import { hintsIn } from './hints';

/** What authors call a part of a page: its classes, id and role. */
export function namesOf(element: Element): string {
  const style = attributeOf(element, 'class');
  const id = attributeOf(element, 'id');
  const role = attributeOf(element, 'role');
  return id === '' && role === '' ? style : `${style} ${id} ${role}`;
}

/** Most names are on a page many times. */
export function knownHints(known: Map<string, number>, names: string): number {
  const before = known.get(names);
  if (before !== undefined) return before;
  const hints = hintsIn(names);
  known.set(names, hints);
  return hints;
}
