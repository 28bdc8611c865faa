/** What texts are like; of each, in their order. */
export interface Measures {
  /** What spaces part; each character of a script without spaces. */
  readonly words: Float64Array;
  /** Marks that end a sentence. */
  readonly ends: Uint32Array;
  /** Marks that part the items of a row: | · › / */
  readonly rules: Uint32Array;
  readonly money: Uint32Array;
  readonly endsSentence: Uint8Array;
}

const rules = '|·›»/•→©>';
const money = '$€£¥₹₽₩￥';
// A dot within a number or a name ends nothing.
const unmarked = /(?:[^!?。！？…؟।॥|·›»/•→©>$€£¥₹₽₩￥.\n]|\.(?! |$))+/gm;
const unspaced = /[^ \n]+/g;
const dense = /[\u3040-\u9fff\uf900-\ufaff]/g;
/** UTF-16 units of a word above which there may be words without spaces between. */
const long = 8;

/**
 * The texts have single spaces only. They are looked through together, by the browser: each call into it, and code of
 * ours that runs once, is slow.
 */
export function measure(texts: readonly string[]): Measures {
  const { length } = texts;
  const all = texts.join('\n');
  const spaces = all.replace(unspaced, '').split('\n');
  const marks = all.replace(unmarked, '').split('\n');
  const hasDense = all.search(dense) >= 0;
  const words = new Float64Array(length);
  const ends = new Uint32Array(length);
  const ruled = new Uint32Array(length);
  const paid = new Uint32Array(length);
  const endsSentence = new Uint8Array(length);
  for (let index = 0; index < length; index += 1) {
    const text = texts[index] as string;
    const spaced = text === '' ? 0 : (spaces[index] as string).length + 1;
    words[index] = hasDense ? Math.max(spaced, denseIn(text, spaced)) : spaced;
    const found = marks[index] as string;
    if (found === '') continue;
    for (let at = 0; at < found.length; at += 1) {
      const mark = found[at] as string;
      // Most marks are dots, and neither of these.
      if (mark === '.') continue;
      if (rules.includes(mark)) ruled[index] = (ruled[index] as number) + 1;
      else if (money.includes(mark)) paid[index] = (paid[index] as number) + 1;
    }
    ends[index] = found.length - (ruled[index] as number) - (paid[index] as number);
    words[index] = Math.max(0, (words[index] as number) - (ruled[index] as number));
    const last = found[found.length - 1] as string;
    endsSentence[index] = Number(text.endsWith(last) && !(rules + money).includes(last));
  }
  return { words, ends, rules: ruled, money: paid, endsSentence };
}

function denseIn(text: string, spaced: number): number {
  return text.length < spaced * long ? 0 : (text.match(dense)?.length ?? 0);
}
