import { endWithin } from '../core/end-within';

/** Text in the making: white space is joined, line breaks wait until there is something to break before. */
export interface Writer {
  /** UTF-16 units that are taken; what comes after is only counted. */
  readonly limit: number;
  readonly isLate: () => boolean;
  out: string;
  /** The end of it that was added last: to look at the whole for its end would copy it each time. */
  last: string;
  cut: number;
  full: boolean;
  timesAsked: number;
  /** Where the table row began that is being written, and the line breaks that waited there. */
  rowStart: number;
  rowBreaks: number;
  /** What each line begins with. */
  lead: string;
  /** Whether lines are joined here. */
  isOneLine: () => boolean;
  /** A block of code whose end is not written yet, as what comes next may be more of it. */
  fenced: { readonly block: Element; readonly end: string } | null;
  pending: Pending;
}

interface Pending {
  breaks: number;
  tabs: number;
  space: boolean;
  mark: string;
}

/** Takes `limit` UTF-16 units, as long as `isLate` does not say that the time is over. */
export function newWriter(limit: number, isLate: () => boolean): Writer {
  return {
    limit,
    isLate,
    out: '',
    last: '',
    cut: 0,
    full: false,
    timesAsked: 0,
    rowStart: -1,
    rowBreaks: 0,
    lead: '',
    isOneLine: () => false,
    fenced: null,
    pending: nothing(),
  };
}

function nothing(): Pending {
  return { breaks: 0, tabs: 0, space: false, mark: '' };
}

/** Nothing is waiting any more. */
export function clearPending(writer: Writer): void {
  writer.pending = nothing();
}

/** White space but for single spaces, of which there are most. */
const unequal = /[ \t\n\r\f]{2,}|[\t\n\r\f]/g;

export function write(writer: Writer, data: string, preserve: boolean): void {
  if (writer.full) writer.cut += data.length;
  // A selection may end right before a text: what waits for one waits on.
  else if (data === '') return;
  else if (preserve) addLines(writer, data);
  else {
    const words = data.replace(unequal, ' ');
    const first = words.startsWith(' ');
    const last = words.endsWith(' ');
    writer.pending.space ||= first;
    const body = words.slice(first ? 1 : 0, last ? -1 : undefined);
    if (body === '') return;
    add(writer, body);
    writer.pending.space = last;
  }
}

/** Line breaks at its end wait: a block that ends there has no empty line for them. */
function addLines(writer: Writer, data: string): void {
  let end = data.length;
  while (data.charCodeAt(end - 1) === 10) end -= 1;
  if (end > 0) add(writer, data.slice(0, end));
  writer.pending.breaks += data.length - end;
}

/** A text of which the line breaks count, but no other white space. */
export function linesOf(data: string): string {
  return data.replace(/[ \t\r\f]+/g, ' ').replace(/ ?\n ?/g, '\n');
}

/** All that was written. */
export function written(writer: Writer): string {
  endFence(writer);
  return writer.out;
}

function endFence(writer: Writer): void {
  if (writer.fenced) put(writer, writer.fenced.end);
  writer.fenced = null;
}

function add(writer: Writer, data: string): void {
  endFence(writer);
  const { lead, last, out, pending } = writer;
  const { breaks, tabs, space, mark } = pending;
  // A text begins with no line break, but a table may with empty cells.
  const isFirst = out === '';
  const gap = isFirst || breaks > 0 || !space ? '' : ' ';
  const isAtStart = isFirst || breaks > 0 || last.endsWith('\n');
  clearPending(writer);
  put(writer, (isFirst ? '' : '\n'.repeat(breaks)) + (isAtStart ? lead : ''));
  putLines(writer, (tabs > 0 ? '\t'.repeat(tabs) : gap) + mark + data);
}

/** What lines begin with comes before those within the text, too. */
function putLines(writer: Writer, text: string): void {
  const { lead } = writer;
  let from = 0;
  let end = lead === '' ? 0 : text.indexOf('\n') + 1;
  while (end > 0 && end < text.length) {
    put(writer, text.slice(from, end) + lead);
    from = end;
    end = text.indexOf('\n', from) + 1;
  }
  put(writer, text.slice(from));
}

function put(writer: Writer, piece: string): void {
  const end = writer.full ? 0 : endWithin(piece, writer.limit - writer.out.length);
  const taken = piece.slice(0, end);
  writer.out += taken;
  writer.last = taken || writer.last;
  writer.cut += piece.length - end;
  writer.full ||= end < piece.length || writer.out.length >= writer.limit;
}

/** Ends what is marked on both sides and began at `start`, if anything of it was written. */
export function closeMark(writer: Writer, start: number, mark: string): void {
  const { pending } = writer;
  if (mark === '') return;
  if (writer.out.length > start) {
    endFence(writer);
    put(writer, mark);
  } else if (pending.mark.endsWith(mark)) pending.mark = pending.mark.slice(0, -mark.length);
}

/** Whether what is written next stands right after what was written last. */
export function touches({ pending }: Writer): boolean {
  return !pending.space && pending.breaks + pending.tabs === 0 && /^(?:~~|")?$/.test(pending.mark);
}

/** One line break more. */
export function breakLine(writer: Writer): void {
  const { pending } = writer;
  if (writer.isOneLine()) pending.space = true;
  else pending.breaks += 1;
}

/** At least `count` line breaks before what comes next; a cell has none at its start. */
export function breakAtLeast(writer: Writer, count: number): void {
  const { pending } = writer;
  if (pending.tabs > 0) return;
  if (!writer.isOneLine()) pending.breaks = Math.max(pending.breaks, count);
  else if (pending.breaks === 0) pending.space = true;
}

export function startRow(writer: Writer): void {
  writer.pending.tabs = 0;
  breakAtLeast(writer, 1);
  writer.rowStart = writer.out.length;
  writer.rowBreaks = writer.pending.breaks;
}

/** A row that is an empty line, however many line breaks are in it. */
export function endEmptyRow({ pending, rowBreaks }: Writer): void {
  pending.tabs = 0;
  pending.breaks = rowBreaks + 1;
}

export function endCell({ pending, out, rowStart }: Writer): void {
  pending.tabs += 1;
  if (out.length > rowStart) pending.breaks = 0;
}

/** Whether nothing more is taken: the limit or the end of the time is reached. */
export function isFull(writer: Writer): boolean {
  writer.timesAsked += 1;
  // Firefox takes microseconds to tell the time.
  if (writer.timesAsked % 32 === 0) writer.full ||= writer.isLate();
  return writer.full;
}
