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

/** What authors call a part of a page: its classes, id and role. Most classes are on a page many times. */
export function lookAt(element: Element, known: Map<string, Look>): Look {
  if (!hasAttributes(element)) return nameless;
  let look = lookOf(classOf(element), known);
  const id = idOf(element);
  if (id !== '') look = both(look, lookOf(id, known));
  const role = attributeOf(element, 'role');
  return role === '' ? look : both(look, lookOf(role, known));
}

function lookOf(names: string, known: Map<string, Look>): Look {
  const before = known.get(names);
  if (before) return before;
  const look = { hints: hintsIn(names), name: nameIn(names) };
  known.set(names, look);
  return look;
}

/** What one name after the other tells: the first that there is counts. */
function both(one: Look, other: Look): Look {
  return {
    hints: one.hints | other.hints,
    name: one.name === nameless.name ? other.name : one.name,
  };
}
