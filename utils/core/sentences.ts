export interface Sentence {
  /** As it stands in the text, white space joined; ends with "…" when it was cut. */
  readonly text: string;
  /** In order and lower case. */
  readonly words: readonly string[];
}

interface Line {
  readonly text: string;
  readonly kind: 'prose' | 'heading' | 'other';
}

interface Segmenters {
  readonly sentence: Intl.Segmenter;
  readonly word: Intl.Segmenter;
}

/** All in UTF-16 units. */
const readLimit = 160_000;
const sentenceLimit = 400;
// Engines copy the whole string for each segment they find in it: in a long one the time would be quadratic.
const sliceLimit = 2000;
const phraseLength = 80;
/** A text none of whose lines is longer than the one has wrapped those that are longer than the other. */
const longLine = 100;
const wrappedLine = 50;

const sampleCount = 20;
const fewestWords = 4;

const fence = /^\s*```/;
const heading = /^\s*#{1,6}\s/;
const mark = /^\s*(#{1,6}|[-*•]|\d{1,4}[.)])\s+/;
const cells = /\t|^\s*\||\s\|\s/;
const code = /[{};]\s*$|=>|\w\(\)|[=!]==?\s|^\s*(\/[/*]|<\/?\w|[$>@]\s?\w)/;
const ended = /[.!?…。！？．｡؟۔।॥։።፧၊။]["'”’»)\]）」』】]*$/u;
/** These scripts put a space after a sentence, as after a clause, and no mark. */
const unmarked = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]{20}/u;
/** An initial, a short title, a German ordinal: the segmenter takes their point for an end. */
const abbreviated = /(^|[\s(.])(\p{Lu}\p{Ll}?|Mrs|Prof|vs|\d{1,2})\.\s*$/u;

/**
 * The sentences of a captured text in order, each once. Headings, table rows, code and lines that nothing ends (menus,
 * captions) are none; where they are most of a text, its lines stand for sentences. Of more than 160,000 UTF-16 units
 * it reads the first half of that and 20 pieces spread evenly over the rest. Time is linear in the text.
 */
export function sentencesOf(text: string, locale: string | null): readonly Sentence[] {
  const segmenters = segmentersFor(locale);
  const lines = linesOf(sampleOf(text));
  const read = (kept: readonly Line[]) =>
    distinct(kept.flatMap((line) => sentencesIn(line.text, segmenters)));
  const prose = read(lines.filter(({ kind }) => kind === 'prose')).filter(isSentence);
  if (prose.length > 2 || 2 * unitsOf(prose) > unitsOf(lines)) return prose;
  const body = lines.filter(({ kind }) => kind !== 'heading');
  return read(body.length > 0 ? body : lines).filter(({ words }) => words.length > 0);
}

function segmentersFor(locale: string | null): Segmenters {
  const of = (locales?: string): Segmenters => ({
    sentence: new Intl.Segmenter(locales, { granularity: 'sentence' }),
    word: new Intl.Segmenter(locales, { granularity: 'word' }),
  });
  try {
    return of(locale ?? undefined);
  } catch {
    // A page may call its language anything.
    return of();
  }
}

function sampleOf(text: string): string {
  if (text.length <= readLimit) return text;
  const half = readLimit / 2;
  const step = (text.length - half) / sampleCount;
  const samples = Array.from({ length: sampleCount }, (_, index) => {
    const from = half + Math.floor(index * step);
    return wholeOf(text.slice(from, from + half / sampleCount));
  });
  return [text.slice(0, half), ...samples].join('\n\n');
}

/** Without the broken sentences at the ends. */
function wholeOf(sample: string): string {
  const ends = [...sample.matchAll(/[\n。！？]|[.!?؟۔।]\s/g)].map(({ index }) => index + 1);
  return sample.slice(ends[0] ?? 0, ends.at(-1) ?? 0);
}

function linesOf(text: string): readonly Line[] {
  const raw = text.split('\n');
  const isWrapped = raw.every((line) => line.length <= longLine);
  const parts: { kind: Line['kind']; texts: string[] }[] = [];
  let fenced = false;
  let before = '';
  for (const line of raw) {
    const isFence = fence.test(line);
    if (isFence) fenced = !fenced;
    const isEmpty = isFence || line.trim() === '';
    const kind = fenced ? 'other' : kindOf(line);
    const last = parts.at(-1);
    if (last?.kind === 'prose' && kind === 'prose' && continues(before, line, isWrapped)) {
      last.texts.push(line);
    } else if (!isEmpty) parts.push({ kind, texts: [line] });
    before = isEmpty ? '' : line;
  }
  return parts.map(({ kind, texts }) => ({ kind, text: texts.join(' ') }));
}

function kindOf(line: string): Line['kind'] {
  if (heading.test(line)) return 'heading';
  return cells.test(line) || code.test(line) ? 'other' : 'prose';
}

function continues(before: string, line: string, isWrapped: boolean): boolean {
  if (before === '' || line.trim() === '' || mark.test(line) || isEnded(before)) return false;
  return /^\p{Ll}/u.test(line) || (isWrapped && before.length >= wrappedLine);
}

function sentencesIn(line: string, { sentence, word }: Segmenters): Sentence[] {
  const text = line.replace(mark, '').replace(/\s+/g, ' ').trim();
  const found: string[] = [];
  let held = '';
  for (const part of partsOf(text, sentence)) {
    held += part;
    if (abbreviated.test(part) && held.length < sentenceLimit) continue;
    found.push(...(unmarked.test(held) ? phrasesOf(held) : [held]));
    held = '';
  }
  return [...found, held].filter((one) => one.trim() !== '').map((one) => toSentence(one, word));
}

function* partsOf(text: string, segmenter: Intl.Segmenter): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = start + sliceLimit;
    const slice = end < text.length ? upToBorder(text.slice(start, end)) : text.slice(start);
    const parts = Array.from(segmenter.segment(slice), ({ segment }) => segment);
    // What the slice broke off is read again with what follows it.
    if (start + slice.length < text.length && parts.length > 1) parts.pop();
    yield* parts;
    start += parts.join('').length;
  }
}

function upToBorder(slice: string): string {
  const space = slice.lastIndexOf(' ');
  if (space > 0) return slice.slice(0, space + 1);
  return /[\uD800-\uDBFF]$/.test(slice) ? slice.slice(0, -1) : slice;
}

function phrasesOf(text: string): string[] {
  const phrases = [''];
  for (const part of text.split(/(?<= )/)) {
    if ((phrases.at(-1) ?? '').length >= phraseLength) phrases.push('');
    phrases.push((phrases.pop() ?? '') + part);
  }
  return phrases;
}

function toSentence(raw: string, segmenter: Intl.Segmenter): Sentence {
  const text = cut(raw.trim(), segmenter);
  const words = Array.from(segmenter.segment(text))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment.toLowerCase());
  return { text, words };
}

function cut(text: string, segmenter: Intl.Segmenter): string {
  if (text.length <= sentenceLimit) return text;
  const start = text.slice(0, sentenceLimit);
  const border = segmenter.segment(text.slice(0, 2 * sentenceLimit)).containing(sentenceLimit);
  return `${start.slice(0, border?.index || undefined).trimEnd()}…`.toWellFormed();
}

function isEnded(text: string): boolean {
  return ended.test(text) || unmarked.test(text);
}

function isSentence({ text, words }: Sentence): boolean {
  return words.length >= fewestWords && isEnded(text);
}

function unitsOf(parts: readonly { readonly text: string }[]): number {
  return parts.reduce((units, { text }) => units + text.length, 0);
}

function distinct(sentences: readonly Sentence[]): readonly Sentence[] {
  const seen = new Set<string>();
  return sentences.filter(({ text }) => seen.size < seen.add(text).size);
}
