import type { Run } from '../core/runs/run';
import type { Journal } from '../store/runs';

/** At most this much of an answer is lost when the background dies: UTF-16 units, or ms. */
const unitsBetween = 2_000;
const msBetween = 1_000;

/** Writes one run to its journal in order, and no more often than it must. */
export interface Checkpoint {
  /** Text has come: written soon. */
  text(units: number): void;
  /** Something worth keeping at once has happened. Resolves when it is in the journal. */
  now(run?: Run): Promise<void>;
  /** Resolves when all is in the journal, or could not be after one more try. */
  settled(): Promise<void>;
}

/** `wrote` is told of each write whether it succeeded; writing goes on either way. */
export function checkpoint(
  journal: Journal,
  current: () => Run,
  wrote: (succeeded: boolean) => void,
): Checkpoint {
  let unwritten = 0;
  let complete = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<void> = Promise.resolve();

  function now(run?: Run): Promise<void> {
    unwritten = 0;
    clearTimeout(timer);
    timer = undefined;
    const write = last.then(() => journal.put(run ?? current()));
    last = succeeds(write).then((succeeded) => {
      complete = succeeded;
      wrote(succeeded);
    });
    return write;
  }

  const later = () => void now().catch(() => undefined);
  return {
    now,
    text(units) {
      unwritten += units;
      if (unwritten >= unitsBetween) later();
      else timer ??= setTimeout(later, msBetween);
    },
    async settled() {
      if (unwritten > 0) later();
      await last;
      if (!complete) await now().catch(() => undefined);
    },
  };
}

function succeeds(write: Promise<void>): Promise<boolean> {
  return write.then(
    () => true,
    () => false,
  );
}
