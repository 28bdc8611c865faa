import type { Around } from './order';
import { elementOf, type Spot } from './places';
import { isConnected } from './pristine';

/** What a text was selected in, and what stood around it there. */
interface Known {
  readonly element: WeakRef<Element>;
  readonly around: Around;
}

declare global {
  /** In a world of ours that no page sees, and gone with the page. It holds no element that the page has thrown away. */
  var glossPlaces: Map<number, Known> | undefined;
}

/** Remembers where a text was selected, so that its answer is written nowhere else; by a number that means nothing. */
export function remember(spot: Spot): number {
  const [mark = 0] = crypto.getRandomValues(new Uint32Array(1));
  globalThis.glossPlaces ??= new Map();
  const element = new WeakRef(elementOf(spot));
  globalThis.glossPlaces.set(mark, { element, around: spot.around });
  return mark;
}

/** Those of some places that are in what a mark is of; all where it says nothing, as in a page that was loaded again. */
export function within(spots: readonly Spot[], mark: number | undefined): readonly Spot[] {
  const element = knownAs(mark)?.element.deref();
  if (!element || !isConnected(element)) return spots;
  return spots.filter((spot) => elementOf(spot) === element);
}

/** Those that may be the very place of a mark. Of one with other words on both sides nobody knows that it is the same. */
export function among(spots: readonly Spot[], mark: number | undefined): readonly Spot[] {
  const known = knownAs(mark);
  const found = within(spots, mark);
  if (!known) return found;
  const alike = found.filter(({ around }) => isAlike(around, known.around));
  return alike.length === 1 || found.length < 2 ? alike : found;
}

function knownAs(mark: number | undefined): Known | undefined {
  return mark === undefined ? undefined : globalThis.glossPlaces?.get(mark);
}

/** Something may have been written before it or after it. */
function isAlike([before, after]: Around, [formerly, behind]: Around): boolean {
  return before === formerly || after === behind;
}
