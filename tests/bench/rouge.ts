/** ROUGE-1, -2 and -L (Lin 2004): F1 and recall, 0 to 1. */
export interface Rouge {
  readonly one: Score;
  readonly two: Score;
  readonly long: Score;
}

export interface Score {
  readonly f1: number;
  readonly recall: number;
}

/** Lower-cased runs of letters and digits; each character of Han or kana for itself. No stemming, no stop words. */
export function tokensOf(text: string): readonly string[] {
  const token =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+/gv;
  return text.normalize('NFKC').toLowerCase().match(token) ?? [];
}

export function rouge(summary: readonly string[], reference: readonly string[]): Rouge {
  const grams = (size: number) =>
    scoreOf(
      overlap(gramsOf(summary, size), gramsOf(reference, size)),
      summary.length - size + 1,
      reference.length - size + 1,
    );
  const long = scoreOf(commonLength(summary, reference), summary.length, reference.length);
  return { one: grams(1), two: grams(2), long };
}

function scoreOf(hits: number, inSummary: number, inReference: number): Score {
  const recall = hits / Math.max(1, inReference);
  const precision = hits / Math.max(1, inSummary);
  return { recall, f1: hits === 0 ? 0 : (2 * recall * precision) / (recall + precision) };
}

function gramsOf(tokens: readonly string[], size: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + size <= tokens.length; at += 1) {
    const gram = tokens.slice(at, at + size).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  return Array.from(b).reduce((sum, [gram, count]) => sum + Math.min(count, a.get(gram) ?? 0), 0);
}

/** Length of the longest common subsequence. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const token of a) {
    const row = [0];
    for (const [at, other] of b.entries()) {
      const diagonal = (above[at] ?? 0) + 1;
      row.push(token === other ? diagonal : Math.max(above[at + 1] ?? 0, row[at] ?? 0));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}
