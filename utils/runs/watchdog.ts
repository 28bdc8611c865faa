/** Longest waits, in ms. */
export interface Patience {
  /** From sending to the first byte. */
  readonly headers: number;
  /** Between two bytes. */
  readonly silence: number;
  /** For a whole attempt. */
  readonly whole: number;
}

/** Bytes a ms on the slowest line that is waited for: 1 Mbit/s. How much of a request has left, no browser tells. */
const slowest = 125;

/** The same patience for a request of so many bytes, which may take long to leave. */
export function withUpload({ headers, silence, whole }: Patience, bytes: number): Patience {
  const upload = bytes / slowest;
  return { headers: headers + upload, silence, whole: whole + upload };
}

export type BarkReason = 'silence' | 'time';

export interface Watchdog {
  /** Something arrived: the silence starts anew. */
  heard(): void;
  end(): void;
}

/**
 * Calls `bark` once, when a wait has become too long. The SDK has no limit of its own after the headers. `ticks`: ms that
 * no change of the clock disturbs.
 */
export function watchdog(
  patience: Patience,
  ticks: () => number,
  bark: (reason: BarkReason) => void,
): Watchdog {
  const end = () => {
    whole();
    silence();
  };
  const after = (wait: number, reason: BarkReason) =>
    alarm(wait, ticks, () => {
      end();
      bark(reason);
    });
  const whole = after(patience.whole, 'time');
  let silence = after(patience.headers, 'silence');
  return {
    heard() {
      silence();
      silence = after(patience.silence, 'silence');
    },
    end,
  };
}

/** ms by which an alarm may be late on a busy computer. One that is later comes after a sleep. */
const mostLate = 5_000;

/** ms after a sleep in which is read what arrived meanwhile: the network's turn may come after the alarm's. */
const afterSleep = 10_000;

/** Rings once; answers how to call it off. */
function alarm(wait: number, ticks: () => number, ring: () => void): () => void {
  const due = ticks() + wait;
  let timer = setTimeout(() => {
    if (ticks() - due <= mostLate) ring();
    else timer = setTimeout(ring, afterSleep);
  }, wait);
  return () => clearTimeout(timer);
}
