import { dayMs } from './calendar';

/** What is believed of a clock that may be wrong, since the last look for what is too old to be kept; ms since 1970. */
export interface TrustedClock {
  /** The time by which it is told what is too old. */
  readonly trusted: number;
  /** A later one that it has shown, which is not believed yet; null: there is none. */
  readonly ahead: number | null;
}

/** ms from one look to the next at which nobody wonders. */
const usual = 2 * dayMs;

/**
 * After a look at `now`. What a clock deletes that was set far ahead is not brought back when it is set right: such a time is
 * trusted once the clock has shown it for a day.
 */
export function clockAfterLook({ trusted, ahead }: TrustedClock, now: number): TrustedClock {
  if (now - trusted <= usual) return { trusted: now, ahead: null };
  if (ahead === null || now < ahead) return { trusted, ahead: now };
  return now - ahead < dayMs ? { trusted, ahead } : { trusted: ahead, ahead: now };
}
