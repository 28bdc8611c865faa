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
  let complete = true;
  /** Whether a write has not begun yet: what comes meanwhile is in it. */
  let isQueued = false;
  let last: Promise<void> = Promise.resolve();
  const pace = pacing(() => {
    if (!isQueued) void now().catch(() => undefined);
  });

  function now(run?: Run): Promise<void> {
    pace.reset();
    isQueued = run === undefined;
    const write = last.then(() => {
      isQueued = false;
      return journal.put(run ?? current());
    });
    last = succeeds(write).then((succeeded) => {
      complete = succeeded;
      wrote(succeeded);
    });
    return write;
  }

  return {
    now,
    text: pace.text,
    async settled() {
      pace.rest();
      await last;
      if (!complete) await now().catch(() => undefined);
    },
  };
}

/** Calls `write` whenever much text has come, or some of it waits for long. */
function pacing(write: () => void) {
  let unwritten = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function reset(): void {
    unwritten = 0;
    clearTimeout(timer);
    timer = undefined;
  }

  function due(): void {
    reset();
    write();
  }

  return {
    reset,
    text(units: number): void {
      unwritten += units;
      if (unwritten >= unitsBetween) due();
      else timer ??= setTimeout(due, msBetween);
    },
    rest(): void {
      if (unwritten > 0) due();
    },
  };
}

function succeeds(write: Promise<void>): Promise<boolean> {
  return write.then(
    () => true,
    () => false,
  );
}
