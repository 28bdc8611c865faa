import { type Sentence, sentencesOf } from './sentences';

/** Sentences that are compared with each other: of more, half of them from the start, half spread evenly over the rest. */
const rankLimit = 400;
/** Share of its weight that a sentence gives to those like it; the rest goes to the prior of position. */
const damping = 0.5;
const steps = 20;
/** Relevance against novelty in the choice: the λ of MMR. */
const relevance = 0.7;
/** A text is given whole up to so many words, and one sentence more for each doubling of the other number. */
const shortText = 60;
const mediumText = 300;
const fewest = 3;
const most = 7;

const denseScript = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * The 3 to 7 key sentences of a captured text, in its order; a very short text comes whole, an empty one as none.
 *
 * TextRank (Mihalcea and Tarau, EMNLP 2004): sentences that share words recommend each other. The random walk restarts
 * near the beginning rather than anywhere (position: Edmundson, J. ACM 1969), and of sentences alike one is taken (MMR:
 * Carbonell and Goldstein, SIGIR 1998). Words are those of `Intl.Segmenter`, without any list for a language. Of long
 * texts a sample of at most 160,000 UTF-16 units and 400 sentences is ranked. Never throws.
 */
export function keySentences(text: string, locale: string | null): readonly string[] {
  const sentences = spread(sentencesOf(text, locale));
  const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  const doublings = Math.max(0, Math.floor(Math.log2(words / mediumText)));
  const count = words <= shortText ? most : Math.min(most, fewest + doublings);
  return bestFirst(sentences, count)
    .toSorted((a, b) => a - b)
    .flatMap((index) => sentences[index]?.text ?? []);
}

/** Indices of the sentences to keep, the most important first. */
export function bestFirst(sentences: readonly Sentence[], count: number): readonly number[] {
  const sets = sentences.map(({ words }) => new Set(words.filter(hasContent)));
  const shared = sharedWords(sets);
  const ranks = walk(similarities(sets, shared));
  const top = Math.max(...ranks);
  const left = new Set(sentences.keys());
  const taken: number[] = [];
  const value = (index: number) => {
    const size = sets[index]?.size ?? 0;
    const alike = taken.map((other) => {
      const smaller = Math.max(1, Math.min(size, sets[other]?.size ?? 0));
      return (shared[index]?.[other] ?? 0) / smaller;
    });
    return (relevance * (ranks[index] ?? 0)) / top - (1 - relevance) * Math.max(0, ...alike);
  };
  while (taken.length < count && left.size > 0) {
    const values = new Map(Array.from(left, (index) => [index, value(index)]));
    const best = [...left].reduce((a, b) => ((values.get(b) ?? 0) > (values.get(a) ?? 0) ? b : a));
    taken.push(best);
    left.delete(best);
  }
  return taken;
}

function spread(sentences: readonly Sentence[]): readonly Sentence[] {
  const half = rankLimit / 2;
  const step = (sentences.length - half) / half;
  if (step <= 1) return sentences;
  return sentences.filter((_, index) => {
    const beyond = index - half;
    return beyond < 0 || Math.floor(beyond / step) !== Math.floor((beyond - 1) / step);
  });
}

// Short words are mostly grammar; a word of Han or kana says with two characters what others say with more.
function hasContent(word: string): boolean {
  return word.length > (denseScript.test(word) ? 1 : 2);
}

type Matrix = readonly Float64Array[];

function sharedWords(sets: readonly ReadonlySet<string>[]): Matrix {
  const holders = new Map<string, number[]>();
  for (const [index, words] of sets.entries()) {
    for (const word of words) {
      const those = holders.get(word);
      if (those) those.push(index);
      else holders.set(word, [index]);
    }
  }
  const matrix = sets.map(() => new Float64Array(sets.length));
  for (const those of holders.values()) {
    for (const a of those) {
      const row = matrix[a];
      for (const b of those) if (row && a !== b) row[b] = (row[b] ?? 0) + 1;
    }
  }
  return matrix;
}

/** Words in common over the logarithms of both lengths, each row divided by its sum. */
function similarities(sets: readonly ReadonlySet<string>[], shared: Matrix): Matrix {
  const lengths = sets.map(({ size }) => Math.log(1 + size));
  return shared.map((row, a) => {
    const weights = row.map((count, b) => {
      return count && count / ((lengths[a] ?? 0) + (lengths[b] ?? 0));
    });
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / (sum || 1));
  });
}

function walk(matrix: Matrix): Float64Array {
  const prior = Float64Array.from(matrix, (_, index) => 1 / Math.sqrt(1 + index));
  const sum = prior.reduce((total, weight) => total + weight, 0);
  const restart = prior.map((weight) => weight / sum);
  let ranks = restart;
  for (let step = 0; step < steps; step += 1) {
    const next = restart.map((weight) => weight * (1 - damping));
    for (const [from, row] of matrix.entries()) {
      const given = damping * (ranks[from] ?? 0);
      for (const [to, weight] of row.entries()) next[to] = (next[to] ?? 0) + given * weight;
    }
    ranks = next;
  }
  return ranks;
}
