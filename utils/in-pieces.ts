import type { Steps } from './core/steps';
import { inSlices } from './page/extract/steps';

/** ms of work at a stretch, beyond which others of the background have their turn first. */
const stretch = 50;

/** What steps come to, taken a stretch at a time. */
export function inPieces<T>(steps: Steps<T>): Promise<T> {
  return inSlices(steps, stretch);
}
