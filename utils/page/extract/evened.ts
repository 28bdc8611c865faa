import type { Place } from './groups';

/** How much of its own odds a block gives up for the mean of all that a template puts in its place, */
const forTemplate = 0.3;
/** and then for the mean of the two beside it. */
const forNeighbours = 0.2;

/** The odds of each block, evened out: what one template makes, and what stands together, is mostly meant together. */
export function evened(odds: Float64Array, places: readonly Place[]): Float64Array {
  const { length } = odds;
  // Not kept in the places: a fraction in the place of a whole number is stored anew by the browser, one by one.
  const sums = new Float64Array(length);
  for (let at = 0; at < length; at += 1) {
    const { first } = places[at] as Place;
    sums[first] = (sums[first] as number) + (odds[at] as number);
  }
  const shared = new Float64Array(length);
  for (let at = 0; at < length; at += 1) {
    const { first, count } = places[at] as Place;
    const own = odds[at] as number;
    shared[at] = own + forTemplate * ((sums[first] as number) / count - own);
  }
  const even = new Float64Array(length);
  for (let at = 0; at < length; at += 1) {
    const own = shared[at] as number;
    const beside = (shared[at - 1] ?? own) + (shared[at + 1] ?? own);
    even[at] = own + forNeighbours * (beside / 2 - own);
  }
  return even;
}
