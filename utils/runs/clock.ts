import { type Exchange, type Noted, withNews } from '../core/glass/exchange';

/** Ticks of the first attempt's start, of the last one's first byte and of the first word; ms that the turn had waited. */
export interface Clock {
  readonly began: number;
  queued: number | null;
  firstByte: number | null;
  firstWord: number | null;
  /** What else is known of the last attempt. */
  news: ReturnType<typeof withNews>;
}

export function startClock(began: number): Clock {
  return { began, queued: null, firstByte: null, firstWord: null, news: null };
}

/** The ends of an errand that the clock listens at; `heard`: whoever else does. */
export function timed(clock: Clock, { ticks }: { ticks(): number }, heard: () => void) {
  return {
    heard() {
      clock.firstByte ??= ticks();
      heard();
    },
    note(noted: Noted) {
      if (noted.kind === 'sent') clock.firstByte = null;
      clock.news = withNews(clock.news, noted);
    },
  };
}

/** What is known by the clock at the end; `whole`: ms in all. Undefined where nothing was sent. */
export function exchangeBy(clock: Clock, whole: number): Exchange | undefined {
  const { news, began, queued, firstByte, firstWord } = clock;
  const since = (tick: number | null) => (tick === null ? null : Math.round(tick - began));
  const timing = {
    queued: queued === null ? null : Math.max(0, queued),
    firstByte: since(firstByte),
    firstWord: since(firstWord),
    whole,
  };
  return news ? { ...news, timing } : undefined;
}
