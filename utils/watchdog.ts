/** Longest waits, in ms. */
export interface Patience {
  /** From sending to the first byte. */
  readonly headers: number;
  /** Between two bytes. */
  readonly silence: number;
  /** For a whole attempt. */
  readonly whole: number;
}

export type BarkReason = 'silence' | 'time';

export interface Watchdog {
  /** Something arrived: the silence starts anew. */
  heard(): void;
  end(): void;
}

/** Calls `bark` once, when a wait has become too long. The SDK has no limit of its own after the headers. */
export function watchdog(patience: Patience, bark: (reason: BarkReason) => void): Watchdog {
  const end = () => {
    clearTimeout(whole);
    clearTimeout(silence);
  };
  const barkOnce = (reason: BarkReason) => {
    end();
    bark(reason);
  };
  const whole = setTimeout(barkOnce, patience.whole, 'time');
  let silence = setTimeout(barkOnce, patience.headers, 'silence');
  return {
    heard() {
      clearTimeout(silence);
      silence = setTimeout(barkOnce, patience.silence, 'silence');
    },
    end,
  };
}
