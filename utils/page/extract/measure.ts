/** What a block's text is like, counted in one pass over its UTF-16 units. */
export interface Measure {
  /** Each character of a script without spaces is one. */
  readonly words: number;
  readonly letters: number;
  /** Marks that end a sentence. */
  readonly ends: number;
  readonly commas: number;
  readonly digits: number;
  /** Words that begin with a capital. */
  readonly capitals: number;
  /** Marks that part the items of a row: | · › / */
  readonly rules: number;
  readonly money: number;
  readonly endsSentence: boolean;
}

const marks = new Map<number, 'ends' | 'commas' | 'rules' | 'money'>();
for (const [kind, characters] of [
  ['ends', '.!?。！？…؟।॥'],
  ['commas', ',;:、，；：،'],
  ['rules', '|·›»/•→©>'],
  ['money', '$€£¥₹₽₩￥'],
] as const) {
  for (const character of characters) marks.set(character.charCodeAt(0), kind);
}

function isDense(code: number): boolean {
  return (code >= 0x3040 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
}

function isLetter(code: number): boolean {
  if (code < 0xc0) return (code | 32) >= 97 && (code | 32) <= 122;
  return !marks.has(code) && (code < 0x2000 || (code > 0x206f && code < 0x2190) || code > 0x303f);
}

function nothing() {
  return {
    words: 0,
    letters: 0,
    ends: 0,
    commas: 0,
    digits: 0,
    capitals: 0,
    rules: 0,
    money: 0,
    endsSentence: false,
  };
}

export function measure(text: string): Measure {
  const sum = nothing();
  let inWord = false;
  let last = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 32) {
      inWord = false;
      continue;
    }
    last = code;
    const digit = code >= 48 && code <= 57;
    if (digit || isLetter(code)) {
      if (digit) sum.digits += 1;
      else sum.letters += 1;
      if (!inWord || isDense(code)) {
        sum.words += 1;
        if (code >= 65 && code <= 90) sum.capitals += 1;
      }
      inWord = true;
    } else {
      inWord = inWord && (code === 39 || code === 0x2019);
      const mark = marks.get(code);
      // A dot within a number or a name ends nothing.
      const within = code === 46 && index + 1 < text.length && text.charCodeAt(index + 1) !== 32;
      if (mark && !within) sum[mark] += 1;
    }
  }
  sum.endsSentence = marks.get(last) === 'ends';
  return sum;
}
