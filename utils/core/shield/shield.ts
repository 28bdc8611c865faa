import { atOnce, type Steps } from '../steps';
import type { FoundKind, Span } from './shield-kinds';
import { hitsInStep, labels, nameInBrackets, nameOf, spansOf } from './shield-rules';
import { wordSpans } from './shield-words';

/** Something personal, with what stands for it where it is not to be seen. */
export interface Found {
  readonly kind: FoundKind;
  /** As in `[EMAIL_1]`. */
  readonly placeholder: string;
  readonly original: string;
}

export interface Shielded {
  readonly text: string;
  readonly found: readonly Found[];
}

const placeholders = new RegExp(`\\[(?:${labels})_\\d+\\]`, 'g');
const taken = new RegExp(nameInBrackets, 'gi');

/** Rounds at most, until nothing more is found: a hit may stand next to another that hid its border, and so on. */
const rounds = 32;

/** A text with numbered placeholders for what is personal in it, and for the user's own words. */
export function shield(text: string, words: readonly string[]): Shielded {
  const { texts, found } = atOnce(shieldAll([text], words));
  return { text: texts[0] ?? '', found };
}

/**
 * The same for several texts that are sent together: what is the same has the same number in all of them, and what is
 * `known` from before keeps its own. In steps: four million characters of nothing but hits take seconds.
 */
export function* shieldAll(
  texts: readonly string[],
  words: readonly string[],
  known: readonly Found[] = [],
): Steps<{ readonly texts: readonly string[]; readonly found: readonly Found[] }> {
  const names = namesFor(texts, known);
  const hidden: string[] = [];
  for (const text of texts) {
    let now = text;
    for (let round = 0; round < rounds; round += 1) {
      const spans = [...guarded(now), ...(yield* spansOf(now)), ...wordSpans(now, words)];
      yield;
      const kept = apart(spans);
      if (kept.length === 0) break;
      now = yield* replaced(now, kept, names.nameFor);
      yield;
    }
    hidden.push(now);
  }
  return { texts: hidden, found: names.found() };
}

/** All that looks like a placeholder. */
export function placeholdersIn(text: string): readonly string[] {
  return text.match(placeholders) ?? [];
}

interface Guard extends Omit<Span, 'kind'> {
  readonly kind: FoundKind | null;
}

/** What looks like a placeholder already stays as it is. */
function guarded(text: string): readonly Guard[] {
  return Array.from(text.matchAll(placeholders), ({ 0: match, index }) => ({
    kind: null,
    from: index,
    to: index + match.length,
  }));
}

/** Of spans that overlap the longest, of equal ones the first in the list; what is guarded always stays. */
function apart(spans: readonly Guard[]): readonly Span[] {
  const weight = ({ kind, from, to }: Guard) => (kind ? to - from : Number.POSITIVE_INFINITY);
  const kept: Guard[] = [];
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    let last = kept.at(-1);
    // Each is dropped at most once: linear.
    while (last && last.to > span.from && weight(last) < weight(span)) {
      kept.pop();
      last = kept.at(-1);
    }
    if (!last || last.to <= span.from) kept.push(span);
  }
  return kept.flatMap(({ kind, from, to }) => (kind ? [{ kind, from, to }] : []));
}

function* replaced(
  text: string,
  spans: readonly Span[],
  nameFor: (kind: FoundKind, original: string) => string,
): Steps<string> {
  const parts: string[] = [];
  let end = 0;
  for (const [index, { kind, from, to }] of spans.entries()) {
    parts.push(text.slice(end, from), nameFor(kind, text.slice(from, to)));
    end = to;
    if (index % hitsInStep === 0) yield;
  }
  return parts.join('') + text.slice(end);
}

/** Gives out placeholders that none of the texts has yet, however it is written there. */
function namesFor(texts: readonly string[], known: readonly Found[]) {
  const used = new Set(
    [...texts, ...known.map(({ placeholder }) => placeholder)].flatMap((text) =>
      Array.from(text.matchAll(taken), ([name]) => nameOf(name)),
    ),
  );
  const byOriginal = new Map(known.map((each) => [`${each.kind} ${each.original}`, each]));
  const counts: Record<FoundKind, number> = {
    email: 0,
    phone: 0,
    iban: 0,
    card: 0,
    key: 0,
    word: 0,
  };
  function fresh(kind: FoundKind): string {
    let name: string;
    do {
      counts[kind] += 1;
      name = `${kind.toUpperCase()}_${counts[kind]}`;
    } while (used.has(name));
    return `[${name}]`;
  }
  return {
    found: () => [...byOriginal.values()],
    nameFor(kind: FoundKind, original: string): string {
      const named = byOriginal.get(`${kind} ${original}`);
      if (named) return named.placeholder;
      const placeholder = fresh(kind);
      byOriginal.set(`${kind} ${original}`, { kind, placeholder, original });
      return placeholder;
    },
  };
}
