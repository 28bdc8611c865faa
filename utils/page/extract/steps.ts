import type { Steps } from '../../core/steps';

export { atOnce, type Steps } from '../../core/steps';

/** What nobody feels, with room for the step that goes over it. */
export const sliceMs = 16;

/** Lets others have a turn. */
type Pause = () => Promise<void>;

/** Pauses after each `sliceMs`, so that the page can answer its user meanwhile. */
export async function inSlices<T>(
  steps: Steps<T>,
  sliceMs: number,
  pause: Pause = forOthers,
): Promise<T> {
  // Asked for once: in a page each look for a global costs as much as the clock.
  const clock = performance;
  let start = clock.now();
  let paused = false;
  for (;;) {
    const { done, value } = steps.next(paused);
    if (done) return value;
    paused = clock.now() - start >= sliceMs;
    if (!paused) continue;
    await pause();
    start = clock.now();
  }
}

/** Not by a timer: browsers let those of a hidden tab wait for a second. */
function forOthers(): Promise<void> {
  return scheduler.postTask(() => undefined);
}
