import { attributeOf, classOf, hasAttributes, idOf } from '../pristine';
import { hintsIn, nameIn } from './hints';

/** What the names of an element tell. */
export interface Look {
  /** Bits of `hints.ts`. */
  readonly hints: number;
  /** The same for what is named alike. */
  readonly name: number;
}

const nameless: Look = { hints: 0, name: nameIn('') };

/** What authors call a part of a page: its classes, id and role. Most names are on a page many times. */
export function lookAt(element: Element, known: Map<string, Look>): Look {
  if (!hasAttributes(element)) return nameless;
  const style = classOf(element);
  const id = idOf(element);
  const role = attributeOf(element, 'role');
  const names = id === '' && role === '' ? style : `${style} ${id} ${role}`;
  const before = known.get(names);
  if (before) return before;
  const look = { hints: hintsIn(names), name: nameIn(names) };
  known.set(names, look);
  return look;
}
