import type { Place } from './groups';

/** How much of its own odds a block gives up for the mean of all that a template puts in its place, */
const forTemplate = 0.3;
/** and then for the mean of the two beside it. */
const forNeighbours = 0.2;

/** The odds of each block, evened out: what one template makes, and what stands together, is mostly meant together. */
export function evened(odds: Float64Array, places: readonly Place[]): Float64Array {
  for (const [index, place] of places.entries()) place.odds += odds[index] as number;
  const shared = odds.map((own, index) => {
    const place = places[index] as Place;
    return own + forTemplate * (place.odds / place.count - own);
  });
  return shared.map((own, index) => {
    const beside = (shared[index - 1] ?? own) + (shared[index + 1] ?? own);
    return own + forNeighbours * (beside / 2 - own);
  });
}
