export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[[\p{L}\p{N}_]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]]+/gv;

/** Lower-case words; each CJK character is one. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(word) ?? [];
}

/** Compares two texts as multisets of words. */
export function scoreOf(words: readonly string[], gold: readonly string[]): Score {
  const left = new Map<string, number>();
  for (const one of gold) left.set(one, (left.get(one) ?? 0) + 1);
  let common = 0;
  for (const one of words) {
    const count = left.get(one) ?? 0;
    if (count === 0) continue;
    left.set(one, count - 1);
    common += 1;
  }
  if (common === 0) {
    const empty = words.length === 0 && gold.length === 0 ? 1 : 0;
    return { precision: empty, recall: empty, f1: empty };
  }
  const [precision, recall] = [common / words.length, common / gold.length];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}
