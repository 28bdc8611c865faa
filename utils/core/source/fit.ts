import { endWithin } from '../end-within';
import type { Model } from '../model';

/** The beginning of a text. */
export interface Part {
  /** Of the whole text, above 0 and at most 1. */
  readonly share: number;
  /** The heading before which it ends, if it ends before one. */
  readonly upTo: string | null;
}

export interface Fitted extends Part {
  readonly text: string;
}

interface Border {
  readonly at: RegExp;
  /** Share of what fits that is given up for it at most. */
  readonly price: number;
}

const heading = /\n+(?=#{1,6} \S)/g;

/** Where a text may end, the best first. */
const borders: readonly Border[] = [
  { at: heading, price: 0.25 },
  { at: /\n{2,}/g, price: 0.15 },
  { at: /(?<=[.!?…؟।]["'”’»)\]]?)\s|(?<=[。！？])/gu, price: 0.1 },
  { at: /\s/g, price: 0.05 },
];

/** Blocks of code, the last of which may have no end yet. */
const code = /```[\w+#.-]{0,20}\n.*?(?:```(?=\n)|$)/gs;

/** UTF-16 units that are given up for a border, however short the text. */
const least = 200;

/** UTF-16 units that are shown of a heading. */
const headingLimit = 120;

/**
 * The longest beginning of a text that `estimate` (tokens, not falling as a text grows) puts within `limit`, cut back
 * to the end of a section, paragraph, sentence or word. Empty when not even one character fits.
 */
export function fitText(text: string, limit: number, estimate: (part: string) => number): Fitted {
  const whole = estimate(text);
  if (whole <= limit) return { text, share: 1, upTo: null };
  const longest = longestWithin(text, limit, estimate, whole);
  const { end, upTo } = lastBorder(text, longest);
  const part = text.slice(0, end).trimEnd();
  return { text: part, share: part.length / text.length, upTo };
}

/** Most rounds of the search: each reads a part of a text that may have millions of characters. */
const rounds = 16;

/** UTF-16 units, exact to 1/256 of the text. Half of the steps go where a straight line would: that is mostly right. */
function longestWithin(
  text: string,
  limit: number,
  estimate: (part: string) => number,
  whole: number,
): number {
  let [low, high] = [0, text.length];
  let [tokensLow, tokensHigh] = [estimate(''), whole];
  for (let round = 0; round < rounds && high - low > 1 + text.length / 256; round += 1) {
    const straight = (limit - tokensLow) / Math.max(1, tokensHigh - tokensLow);
    const step = round % 2 === 0 ? Math.min(1, Math.max(0, straight)) : 0.5;
    const middle = Math.min(high - 1, Math.max(low + 1, low + Math.floor((high - low) * step)));
    const tokens = estimate(text.slice(0, middle));
    if (tokens <= limit) [low, tokensLow] = [middle, tokens];
    else [high, tokensHigh] = [middle, tokens];
  }
  return low;
}

function lastBorder(text: string, longest: number): { end: number; upTo: string | null } {
  // Comments in code look like headings.
  const plain = text.replace(code, (all) => '`'.repeat(all.length));
  for (const { at, price } of borders) {
    const from = Math.max(0, Math.floor(longest - Math.max(least, longest * price)));
    // With what follows: a border is told by it.
    const searched = at === heading ? plain : text;
    const found = [...searched.slice(from, longest + 9).matchAll(at)].findLast(
      ({ index }) => index > 0 && from + index <= longest,
    );
    if (!found) continue;
    const end = from + found.index;
    return { end, upTo: headingAt(plain, end) };
  }
  return { end: endWithin(text, longest), upTo: null };
}

function headingAt(text: string, end: number): string | null {
  const heading = /^\s*#{1,6} +(\S.*)/.exec(text.slice(end, end + headingLimit));
  return heading?.[1]?.toWellFormed().trim() ?? null;
}

/** What can be done with a text that is too long for its model, or for it and all that was said about it. */
export interface WhatFits {
  /** Whether the last question fits without what was said before. */
  readonly alone: boolean;
  /** The part that its model would read; null when there is none to speak of. */
  readonly part: Part | null;
  /** The smallest model of the same endpoint that reads all of it. */
  readonly larger: Pick<Model, 'id' | 'name'> | null;
}

export const nothingFits: WhatFits = { alone: false, part: null, larger: null };
