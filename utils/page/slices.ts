import type { Steps } from '../core/steps';

/** ms of work at a stretch in a page: what nobody feels, with room for the step that goes over it. */
export const pageSlice = 16;

/** ms of work at a stretch in the background, where only other work waits. */
export const backgroundSlice = 50;

/** Lets others have a turn. */
type Pause = () => Promise<void>;

/** What steps come to. After each `slice`, in ms, others have their turn: a page answers its user meanwhile. */
export async function inSlices<T>(
  steps: Steps<T>,
  slice: number,
  pause: Pause = forOthers,
): Promise<T> {
  // Asked for once: in a page each look for a global costs as much as the clock.
  const clock = performance;
  let start = clock.now();
  let paused = false;
  for (;;) {
    const { done, value } = steps.next(paused);
    if (done) return value;
    paused = clock.now() - start >= slice;
    if (!paused) continue;
    await pause();
    start = clock.now();
  }
}

/** Not by a timer: browsers let those of a hidden tab wait for a second. */
function forOthers(): Promise<void> {
  return scheduler.postTask(() => undefined);
}
