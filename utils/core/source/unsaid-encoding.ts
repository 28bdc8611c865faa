const cyrillic = '[а-яёєії]{3,}';
/** What Chinese has much of, written either way. */
const han = '[一不了人在有是的]';

/** Encodings that pages leave unsaid, what a text in each has much of, and which share of all that is not ASCII. */
const candidates: readonly (readonly [name: string, much: string, share: number])[] = [
  // A few bytes may be broken.
  ['utf-8', '[^\\0-\\x7f\ufffd]', 0.9],
  ['shift_jis', '[ぁ-ん]', 0.2],
  ['euc-jp', '[ぁ-ん]', 0.2],
  // By twos and threes: a single one may be made of a curly quote and a letter.
  ['euc-kr', '[가-힣]{2,}', 0.6],
  ['windows-1251', cyrillic, 0.6],
  ['koi8-r', cyrillic, 0.6],
  ['windows-1256', '[ء-ي]{3,}', 0.6],
  ['gb18030', han, 0.04],
  ['big5', han, 0.04],
];

/** Bytes that are looked at. */
const looked = 1_000_000;

/** The encoding that a body is probably in; else the one that browsers take old pages for. */
export function unsaidEncoding(bytes: Uint8Array): string {
  const probable = candidates.find(([name, much, share]) => {
    const text = new TextDecoder(name).decode(bytes.subarray(0, looked));
    const lengthOf = (what: string) => text.match(new RegExp(what, 'g'))?.join('').length ?? 0;
    return lengthOf(much) >= share * lengthOf('[^\\0-\\x7f]+');
  });
  return probable?.[0] ?? 'windows-1252';
}
