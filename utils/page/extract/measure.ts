/** What a block's text is like. */
export interface Measure {
  /** What spaces part; each character of a script without spaces. */
  readonly words: number;
  /** Marks that end a sentence. */
  readonly ends: number;
  /** Marks that part the items of a row: | · › / */
  readonly rules: number;
  readonly money: number;
  readonly endsSentence: boolean;
}

// A dot within a number or a name ends nothing.
const marks = /[!?。！？…؟।॥|·›»/•→©>$€£¥₹₽₩￥]|\.(?= |$)/g;
const rules = '|·›»/•→©>';
const money = '$€£¥₹₽₩￥';
const dense = /[\u3040-\u9fff\uf900-\ufaff]/g;
const space = / /g;
/** UTF-16 units of a word above which there may be words without spaces between. */
const long = 8;

/** `text` has single spaces only. Nearly all is left to the browser: code of ours that runs once is slow. */
export function measure(text: string): Measure {
  const found = text.match(marks) ?? [];
  let [ruled, paid] = [0, 0];
  for (const mark of found) {
    if (rules.includes(mark)) ruled += 1;
    else if (money.includes(mark)) paid += 1;
  }
  const last = found.at(-1);
  return {
    words: Math.max(0, wordsIn(text) - ruled),
    ends: found.length - ruled - paid,
    rules: ruled,
    money: paid,
    endsSentence: last !== undefined && text.endsWith(last) && !(rules + money).includes(last),
  };
}

function wordsIn(text: string): number {
  if (text === '') return 0;
  const spaced = text.length - text.replace(space, '').length + 1;
  if (text.length < spaced * long) return spaced;
  return Math.max(spaced, text.match(dense)?.length ?? 0);
}
