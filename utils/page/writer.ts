import { endWithin } from './captured';

/** Text in the making: white space is joined, line breaks wait until there is something to break before. */
export interface Writer {
  text(data: string, preserve: boolean): void;
  /** At least `count` line breaks before what comes next. */
  atLeast(count: number): void;
  /** One line break more. */
  breakLine(): void;
  startRow(): void;
  endCell(): void;
  /** A light mark before the next text, instead of one that is still waiting. */
  mark(mark: string): void;
  /** Counts what is not written. */
  leaveOut(length: number): void;
  isFull(): boolean;
  all(): Part;
  here(): Place;
  since(place: Place): Part;
}

export interface Place {
  readonly length: number;
  readonly cut: number;
}

export interface Part {
  readonly text: string;
  /** UTF-16 units left out because the limit, or the time, was reached. */
  readonly cut: number;
}

/** A writer that takes `limit` UTF-16 units, as long as `isLate` does not say that the time is over; then it only counts. */
export function createWriter(limit: number, isLate: () => boolean): Writer {
  let out = '';
  let cut = 0;
  let full = false;
  let pending = { breaks: 0, tabs: 0, space: false, mark: '' };
  let rowStart = -1;

  const add = (data: string): void => {
    const { breaks, tabs, space, mark } = pending;
    const gap = space && breaks + tabs === 0 ? ' ' : '\n'.repeat(breaks) + '\t'.repeat(tabs);
    pending = { breaks: 0, tabs: 0, space: false, mark: '' };
    const piece = (out === '' ? '' : gap) + mark + data;
    const end = endWithin(piece, limit - out.length);
    out += piece.slice(0, end);
    cut += piece.length - end;
    full = end < piece.length || out.length >= limit;
  };

  return {
    text(data, preserve) {
      if (full) cut += data.length;
      else if (preserve) add(data);
      else {
        const words = data.replace(/[ \t\n\r\f]+/g, ' ');
        pending.space ||= words.startsWith(' ');
        const body = words.slice(
          words.startsWith(' ') ? 1 : 0,
          words.endsWith(' ') ? -1 : undefined,
        );
        if (body === '') return;
        add(body);
        pending.space = words.endsWith(' ');
      }
    },
    atLeast(count) {
      if (pending.tabs === 0) pending.breaks = Math.max(pending.breaks, count);
    },
    breakLine() {
      pending.breaks += 1;
    },
    startRow() {
      pending = { ...pending, tabs: 0, breaks: Math.max(pending.breaks, 1) };
      rowStart = out.length;
    },
    endCell() {
      pending = {
        ...pending,
        tabs: pending.tabs + 1,
        breaks: out.length > rowStart ? 0 : pending.breaks,
      };
    },
    mark(mark) {
      pending.mark = mark;
    },
    leaveOut(length) {
      cut += length;
    },
    isFull() {
      full ||= isLate();
      return full;
    },
    all: () => ({ text: out, cut }),
    here: () => ({ length: out.length, cut }),
    since: (place) => ({ text: out.slice(place.length), cut: cut - place.cut }),
  };
}
