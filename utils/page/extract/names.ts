import { classOf, idOf, roleOf } from '../pristine';
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
  const classes = classOf(element);
  let look = classes === '' ? nameless : lookOf(classes, known);
  const id = idOf(element);
  if (id !== '') look = both(look, lookOf(id, known));
  const role = roleOf(element);
  return role ? both(look, lookOf(role, known)) : look;
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
