/** Escape, entity, tag, emphasis or strike at the end of what has arrived: it may mean anything yet. */
const HALF = /(?:\\|&#?\w{0,30}|<[^<>\s]{0,200}|[*_~]+)$/;

const MARK = /\\[\s\S]|`+|!?\[|\]\(?|\*+|_+|~~/g;

/** A mark that stays open for longer was probably not meant as one. */
const REACH = 400;

interface Open {
  readonly mark: string;
  readonly at: number;
}

interface Scan {
  readonly emphasis: Open[];
  bracket?: Open | undefined;
  code?: Open;
}

/** A text in mid-stream as it will probably look: open marks closed, half marks held back. */
export function closeMarks(src: string, depth = 0): string {
  const text = src.replace(HALF, '').trimEnd();
  const { bracket, code, emphasis } = scan(text);
  if (bracket && depth < 3 && text.length - bracket.at < REACH) {
    return closeMarks(withoutBracket(text, bracket), depth + 1);
  }
  const near = emphasis.filter((open) => text.length - open.at < REACH);
  const closers = near.map((open) => open.mark).reverse();
  return (code ? closeCode(text, code) : text) + closers.join('');
}

function scan(text: string): Scan {
  const found: Scan = { emphasis: [] };
  MARK.lastIndex = 0;
  for (let match = MARK.exec(text); match; match = MARK.exec(text)) {
    const next = step(text, { mark: match[0], at: match.index }, found);
    if (next < 0) break;
    MARK.lastIndex = next;
  }
  return found;
}

/** Takes in one mark and says where to go on; -1 when the rest of the text belongs to it. */
function step(text: string, { mark, at }: Open, found: Scan): number {
  const end = at + mark.length;
  if (mark.startsWith('`')) {
    const close = codeEnd(text, end, mark);
    if (close < 0) found.code = { mark, at };
    return close;
  }
  if (mark.endsWith('[')) found.bracket = { mark, at };
  else if (mark === '](' && found.bracket) {
    const close = text.indexOf(')', end);
    if (close >= 0) found.bracket = undefined;
    return close < 0 ? -1 : close + 1;
  } else if (mark.startsWith(']')) {
    if (end < text.length) found.bracket = undefined;
  } else if (!mark.startsWith('\\')) flank(text, { mark, at }, found.emphasis);
  return end;
}

function codeEnd(text: string, from: number, mark: string): number {
  for (const run of text.slice(from).matchAll(/`+/g)) {
    if (run[0] === mark) return from + run.index + mark.length;
  }
  return -1;
}

function flank(text: string, { mark, at }: Open, emphasis: Open[]): void {
  const before = text[at - 1] ?? ' ';
  const after = text[at + mark.length] ?? ' ';
  if (mark.startsWith('_') && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) return;
  let rest = mark;
  while (/\S/.test(before) && emphasis.length > 0 && rest.startsWith(emphasis.at(-1)?.mark ?? '')) {
    rest = rest.slice(emphasis.pop()?.mark.length);
  }
  if (!/\S/.test(after)) return;
  if (rest.length >= 2) emphasis.push({ mark: rest.slice(0, 2), at });
  if (rest.length % 2 === 1) emphasis.push({ mark: rest.slice(0, 1), at });
}

function closeCode(text: string, { mark, at }: Open): string {
  const content = text.slice(at + mark.length).replace(/`+$/, '');
  return content.trim() === ''
    ? text.slice(0, at).trimEnd()
    : text.slice(0, at) + mark + content + mark;
}

function withoutBracket(text: string, { mark, at }: Open): string {
  const label = text.slice(at + mark.length);
  const end = label.indexOf(']');
  return text.slice(0, at) + (end < 0 ? label : label.slice(0, end));
}
