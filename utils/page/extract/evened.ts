import type { Place } from './groups';

/** How much of its own odds a block gives up for the mean of all that a template puts in its place, */
const forTemplate = 0.3;
/** and then for the mean of the two beside it. */
const forNeighbours = 0.2;

/** The odds of each block, evened out: what one template makes, and what stands together, is mostly meant together. */
export function evened(odds: Float64Array, places: readonly Place[]): Float64Array {
  const { length } = odds;
  for (let index = 0; index < length; index += 1) {
    (places[index] as Place).odds += odds[index] as number;
  }
  for (let index = 0; index < length; index += 1) {
    const { odds: all, count } = places[index] as Place;
    odds[index] = (1 - forTemplate) * (odds[index] as number) + (forTemplate * all) / count;
  }
  const even = new Float64Array(length);
  for (let index = 0; index < length; index += 1) {
    const own = odds[index] as number;
    const beside = ((odds[index - 1] ?? own) + (odds[index + 1] ?? own)) / 2;
    even[index] = own + forNeighbours * (beside - own);
  }
  return even;
}
