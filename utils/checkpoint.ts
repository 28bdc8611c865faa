import type { Run } from './core/run';
import type { Journal } from './store/runs';

/** At most this much of an answer is lost when the background dies: UTF-16 units, or ms. */
const unitsBetween = 2_000;
const msBetween = 1_000;

/** Writes one run to its journal in order, and no more often than it must. */
export interface Checkpoint {
  /** Text has come: written soon. */
  text(units: number): void;
  /** Something worth keeping at once has happened. Resolves when it is in the journal. */
  now(run?: Run): Promise<void>;
}

/** `failed` is called when a write fails; writing goes on with the next one. */
export function checkpoint(journal: Journal, current: () => Run, failed: () => void): Checkpoint {
  let unwritten = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last: Promise<void> = Promise.resolve();

  function now(run?: Run): Promise<void> {
    unwritten = 0;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const write = last.then(() => journal.put(run ?? current()));
    last = write.catch(failed);
    return write;
  }

  return {
    now,
    text(units) {
      unwritten += units;
      if (unwritten >= unitsBetween) void now().catch(() => undefined);
      else timer ??= setTimeout(() => void now().catch(() => undefined), msBetween);
    },
  };
}
