export interface Sentence {
  /** As it stands in the text, white space joined; ends with "…" when it was cut. */
  readonly text: string;
  /** In order and lower case. */
  readonly words: readonly string[];
}

/** UTF-16 units. */
const pieceLength = 4000;
const sentenceLimit = 400;
// Engines copy the whole string for each segment they find in it: in a long one the time would be quadratic.
const sliceLimit = 2000;

const pieceCount = 40;
// A segmenter takes its microseconds for an empty line, too.
const lineLimit = 4000;
const fewestWords = 4;
/** UTF-16 units up to which a text may have shorter sentences. */
const shortText = 200;

const mark = /^\s*(#+|[-*•]|\d{1,4}[.)])\s+/;
/** Headings, table rows, code. */
const noProse = /^\s*([#|<]|\/[/*])|\t|\s\|\s|[{};]\s*$|=>|\w\(\)|[=!]==?\s/;
const fenced = /^ *```[\s\S]*?^ *```/gm;
const ended = /[\p{STerm}…]\p{P}*$/u;
/** Thai, Lao and Khmer put a space after a sentence, as after a clause, and no mark. */
const unmarked = /[\u0E00-\u0EFF\u1780-\u17FF]{20}/;
const phrases = /.{80,400}?(?: |$)|.{1,400}/gu;
/** An initial, a short title, a German ordinal: the segmenter takes their point for an end. */
const abbreviated = /(^|[\s(.])(\p{Lu}\p{Ll}?|Mrs|Prof|\d{1,2})\. ?$/u;
/** Where a line was wrapped: in any text, and in one that has no line of more than 100 units. */
const wrapped = /(?<=.{30}[\p{L},])\n(?=\p{Ll})/gu;
const wrappedShort = /(?<=.{44}[\p{L}\p{N},;])\n(?=[\p{L}\p{N}\p{Pi}("])/gu;

/**
 * The sentences of a captured text in order, each once. Headings, table rows, code and lines that nothing ends (menus,
 * captions) are none; where they are most of a text, its lines stand for sentences. Of a text of more than 160,000
 * UTF-16 units it reads 40 pieces, spread evenly, the first of them its beginning: the time has an upper bound.
 */
export function sentencesOf(text: string, locale: string | null): readonly Sentence[] {
  const sentence = segmenterFor('sentence', locale);
  const word = segmenterFor('word', locale);
  const sample = sampleOf(text);
  const read = (kept: readonly string[]) => {
    const parts = spread([...new Set(kept)], lineLimit).flatMap((line) => split(line, sentence));
    return Array.from(new Set(parts), (part) => toSentence(part, word));
  };
  const prose = read(
    linesOf(sample.replace(fenced, '')).filter((line) => !noProse.test(line)),
  ).filter((one) => isSentence(one, text.length > shortText ? fewestWords : 1));
  const lines = linesOf(sample);
  const units = prose.reduce((sum, one) => sum + one.text.length, 0);
  if (prose.length > 2 || 2 * units > lines.join('').length) return prose;
  const body = lines.filter((line) => !/^\s*(#|```|$)/.test(line));
  return read(body.length > 0 ? body : lines).filter(({ words }) => words.length > 0);
}

/** At most `limit` of them: the first half of that, and others spread evenly over the rest. */
export function spread<Item>(items: readonly Item[], limit: number): readonly Item[] {
  const half = limit / 2;
  const step = Math.max(1, (items.length - half) / half);
  const beyond = (index: number) => Math.floor((index - half) / step);
  return items.filter((_, index) => index < half || beyond(index) > beyond(index - 1));
}

function segmenterFor(granularity: 'sentence' | 'word', locale?: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(locale ?? [], { granularity });
  } catch {
    // A page may call its language anything.
    return segmenterFor(granularity);
  }
}

function sampleOf(text: string): string {
  if (text.length <= pieceCount * pieceLength) return text;
  return Array.from({ length: pieceCount }, (_, index) => {
    const from = Math.floor((index * text.length) / pieceCount);
    const piece = text.slice(from, from + pieceLength);
    // Without the sentence that it breaks into. That at its end has no mark and counts for nothing.
    return from > 0 ? piece.replace(/^.*?[\n\p{STerm}]/su, '') : piece;
  }).join('\n\n');
}

function linesOf(text: string): readonly string[] {
  return text.replace(/.{101}/.test(text) ? wrapped : wrappedShort, ' ').split('\n');
}

function split(line: string, segmenter: Intl.Segmenter): readonly string[] {
  const text = line.replace(mark, '').replace(/\s+/g, ' ').trim();
  const parts = unmarked.test(text) ? (text.match(phrases) ?? []) : partsOf(text, segmenter);
  const found: string[] = [];
  let held = '';
  for (const part of parts) {
    held += part;
    if (abbreviated.test(part) && held.length < sentenceLimit) continue;
    found.push(held);
    held = '';
  }
  return [...found, held].map((one) => one.trim());
}

function partsOf(text: string, segmenter: Intl.Segmenter): readonly string[] {
  const found: string[] = [];
  for (let start = 0; start < text.length; ) {
    const slice = text.slice(start, start + sliceLimit);
    const parts = Array.from(segmenter.segment(slice), ({ segment }) => segment);
    // What the slice broke off is read again with what follows it.
    if (start + slice.length < text.length && parts.length > 1) parts.pop();
    found.push(...parts);
    start += parts.join('').length;
  }
  return found;
}

function toSentence(whole: string, segmenter: Intl.Segmenter): Sentence {
  const segments = [...segmenter.segment(whole.slice(0, sentenceLimit))];
  const words = segments.filter(({ isWordLike }) => isWordLike);
  // The last word may go on where the limit cuts it.
  const end = (segments.length > 1 && segments.at(-1)?.index) || sentenceLimit;
  const isCut = whole.length > sentenceLimit;
  return {
    text: isCut ? `${whole.slice(0, end).trimEnd()}…`.toWellFormed() : whole,
    words: words.map(({ segment }) => segment.toLowerCase()),
  };
}

function isSentence({ text, words }: Sentence, fewest: number): boolean {
  return words.length >= fewest && (ended.test(text) || unmarked.test(text));
}
