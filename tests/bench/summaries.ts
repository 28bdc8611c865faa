import { parseArgs } from 'node:util';
import { bestFirst, keySentences } from '../../utils/core/source/key-sentences';
import { type Sentence, sentencesOf } from '../../utils/core/source/sentences';
import { type DescribedPage, describedPages } from './described-pages';
import { type Rouge, rouge, tokensOf } from './rouge';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    half: { type: 'string', default: 'report' },
  },
});
if (!values.corpus) throw new Error('Where is the corpus? --corpus DIR');

/** Words; the mean length of lead-3. */
const budget = 50;
const resamples = 2000;

interface Case {
  readonly page: DescribedPage;
  readonly sentences: readonly Sentence[];
  readonly reference: readonly string[];
}

interface Pair {
  readonly ours: Rouge;
  readonly lead: Rouge;
}

/** Ours and the lead of a page, cut to the same size. */
const comparisons: Readonly<Record<string, (one: Case) => Pair>> = {
  'three sentences': (one) => pairOf(one, chosen(one, 3), leadOf(one, 3)),
  [`${budget} words`]: (one) =>
    pairOf(
      one,
      withinBudget(one, bestFirst(one.sentences, 12)),
      withinBudget(one, leadOf(one, 12)),
    ),
  'as shown (3 to 7 sentences)': (one) => {
    const shown = keySentences(one.page.text, null);
    return pairOf(one, shown, leadOf(one, shown.length));
  },
};

const measures: Readonly<Record<string, (score: Rouge) => number>> = {
  'ROUGE-1 F1': ({ one }) => one.f1,
  'ROUGE-2 F1': ({ two }) => two.f1,
  'ROUGE-L F1': ({ long }) => long.f1,
  'ROUGE-1 recall': ({ one }) => one.recall,
  'ROUGE-2 recall': ({ two }) => two.recall,
  'ROUGE-L recall': ({ long }) => long.recall,
};

function pairOf(one: Case, ours: readonly string[], lead: readonly string[]): Pair {
  const score = (texts: readonly string[]) => rouge(tokensOf(texts.join(' ')), one.reference);
  return { ours: score(ours), lead: score(lead) };
}

function leadOf({ sentences }: Case, count: number): readonly string[] {
  return sentences.slice(0, count).map(({ text }) => text);
}

function chosen(one: Case, count: number): readonly string[] {
  return inOrder(one, bestFirst(one.sentences, count));
}

function inOrder({ sentences }: Case, texts: readonly string[]): readonly string[] {
  const places = new Map(sentences.map(({ text }, index) => [text, index]));
  return texts.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

/** The first of them up to the budget, the last one cut, in the order of the text. */
function withinBudget(one: Case, texts: readonly string[]): readonly string[] {
  let left = budget;
  const kept = new Map<string, string>();
  for (const text of texts) {
    const words = tokensOf(text).slice(0, left);
    left -= words.length;
    if (words.length > 0) kept.set(text, words.join(' '));
  }
  return inOrder(one, [...kept.keys()]).map((text) => kept.get(text) ?? '');
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

/** 95 % interval of the mean of paired differences, by the bootstrap; the same on every run. */
function intervalOf(differences: readonly number[]): readonly [low: number, high: number] {
  let state = 1;
  const next = () => {
    // Xorshift (Marsaglia 2003).
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const means = Array.from({ length: resamples }, () =>
    mean(differences.map(() => differences[Math.floor(next() * differences.length)] ?? 0)),
  ).toSorted((a, b) => a - b);
  return [means[Math.floor(resamples * 0.025)] ?? 0, means[Math.floor(resamples * 0.975)] ?? 0];
}

function rowsOf(set: string, cases: readonly Case[]): readonly string[] {
  return Object.entries(comparisons).flatMap(([size, compare]) => {
    const pairs = cases.map(compare);
    return Object.entries(measures).map(([measure, read]) => {
      const ours = pairs.map((pair) => read(pair.ours));
      const lead = pairs.map((pair) => read(pair.lead));
      const differences = ours.map((value, index) => value - (lead[index] ?? 0));
      const [low, high] = intervalOf(differences);
      const verdict = low > 0 ? 'better' : high < 0 ? 'worse' : 'no difference shown';
      const percent = (value: number) => (100 * value).toFixed(1).replace('-', '−');
      const between = `${percent(mean(differences))} (${percent(low)} to ${percent(high)})`;
      return `| ${[`${set}, ${cases.length} pages`, size, measure, percent(mean(ours)), percent(mean(lead)), between, verdict].join(' | ')} |`;
    });
  });
}

const cases = describedPages(values.corpus)
  .filter(({ half }) => half === values.half)
  .map((page): Case => {
    const sentences = sentencesOf(page.text, null);
    return { page, sentences, reference: tokensOf(page.description) };
  })
  // Of three sentences there is nothing to choose.
  .filter(({ sentences }) => sentences.length > 3);
const own = cases.filter(({ page }) => !page.isLeadCopy);

console.log('| Pages | Size | Measure | Ours | Lead | Difference (95 %) | |');
console.log('| --- | --- | --- | ---: | ---: | ---: | --- |');
for (const row of [
  ...rowsOf('All', cases),
  ...rowsOf('Without lead copies', own),
  ...rowsOf(
    '— not articles',
    own.filter(({ page }) => page.type !== 'article'),
  ),
]) {
  console.log(row);
}
