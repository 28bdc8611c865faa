import { type Sentence, sentencesOf, spread } from './sentences';

/** Sentences that are compared with each other: of more, the first half and others spread evenly over the rest. */
const rankLimit = 400;
/** Share of its rank that a sentence gives to those like it; the rest comes from its position. */
const damping = 0.5;
const steps = 20;
/** Up to so many words it is given whole, as far as seven sentences go. */
const shortText = 60;
/** One sentence more for each time that a text is twice as long as this, in words. */
const mediumText = 300;
const fewest = 3;
const most = 7;

interface Node {
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly restart: number;
  rank: number;
  /** Likeness to the nearest sentence that was taken. */
  nearest: number;
}

/**
 * The 3 to 7 key sentences of a captured text, in its order; a very short text comes whole, an empty one as none.
 *
 * TextRank (Mihalcea and Tarau, EMNLP 2004): sentences that share words recommend each other, by the cosine. The random
 * walk restarts near the beginning rather than anywhere (position: Edmundson, J. ACM 1969), and what resembles a sentence
 * already taken counts for less (as in MMR: Carbonell and Goldstein, SIGIR 1998). Words are those of `Intl.Segmenter`,
 * without a list for any language. Of a long text it ranks a sample: at most 160,000 UTF-16 units, and of those 400
 * sentences. Never throws.
 */
export function keySentences(text: string, locale: string | null): readonly string[] {
  const sentences = spread(sentencesOf(text, locale), rankLimit);
  const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  const doublings = Math.floor(Math.log2(words / mediumText));
  const count = words > shortText ? Math.min(most, fewest + Math.max(0, doublings)) : most;
  const kept = new Set(bestFirst(sentences, count));
  return [...new Set(sentences.map((sentence) => sentence.text))].filter((one) => kept.has(one));
}

/** The texts of the `count` sentences to keep, the most important first. */
export function bestFirst(sentences: readonly Sentence[], count: number): readonly string[] {
  let left = ranked(sentences);
  const value = ({ rank, nearest }: Node) => rank * (1 - nearest ** 2);
  const taken: string[] = [];
  while (taken.length < count && left.length > 0) {
    const best = left.reduce((a, b) => (value(b) > value(a) ? b : a));
    left = left.filter((node) => node !== best);
    taken.push(best.text);
    for (const node of left) node.nearest = Math.max(node.nearest, likeness(node, best));
  }
  return taken;
}

function ranked(sentences: readonly Sentence[]): readonly Node[] {
  const nodes = sentences.map(({ text, words }, index): Node => {
    const restart = 1 / Math.sqrt(1 + index);
    return { text, words: new Set(words.filter(hasContent)), restart, rank: restart, nearest: 0 };
  });
  const rows = nodes.map((a) => nodes.map((b) => (a === b ? 0 : likeness(a, b))));
  const sums = rows.map((row) => row.reduce((sum, one) => sum + one, 0) || 1);
  for (let step = 0; step < steps; step += 1) {
    const shares = nodes.map(({ rank }, index) => rank / (sums[index] ?? 1));
    for (const [index, node] of nodes.entries()) {
      const given =
        rows[index]?.reduce((sum, one, other) => sum + one * (shares[other] ?? 0), 0) ?? 0;
      node.rank = (1 - damping) * node.restart + damping * given;
    }
  }
  return nodes;
}

/** The cosine of the sets of words. */
function likeness(a: Node, b: Node): number {
  let common = 0;
  for (const word of a.words) if (b.words.has(word)) common += 1;
  return common && common / Math.sqrt(a.words.size * b.words.size);
}

// Short words are mostly grammar; a word of kana or Han says with two characters what others say with more.
function hasContent(word: string): boolean {
  return word.length > (/^[\u3040-\u9FFF]/.test(word) ? 1 : 2);
}
