import { describe, expect, test } from 'vitest';
import { roughTokens, type Script, scripts, sumOf } from '../../utils/core/tokens';

const model = 'claude-haiku-5-5';

/** The scripts that a text has anything of. */
const found = (text: string): readonly Script[] => {
  const rough = roughTokens(text, model);
  return scripts.filter((script) => rough[script] > 0);
};

describe('what a text is made of', () => {
  test.each([
    ['English', 'The rain in Spain stays mainly in the plain, as they say.'],
    ['English with a name from elsewhere', 'Mr. Müller left at ten.'],
    ['code', 'for (const key of keys) { if (!seen.has(key)) out.push(key); }'],
    ['JSON', '{"de": 1, "name": "harbour", "ids": [17, 23, 42], "isOpen": true, "port": "north"}'],
    ['numbers and marks', '2026-11-26: 17.5 %, 23 / 42'],
  ])('%s is what the weights were fitted to', (_, text) => expect(found(text)).toEqual(['latin']));

  test.each([
    ['German', 'Der Regen fällt auf die alte Stadt und den Hafen'],
    ['Spanish', 'La lluvia cae en la ciudad y el puerto'],
    ['French', 'La pluie tombe sur la vieille ville et le port'],
    ['Portuguese', 'A chuva cai na cidade velha e no porto que não dorme'],
    ['Polish', 'Deszcz pada na stare miasto i się nie kończy'],
    ['Turkish', 'Yağmur eski şehre ve limana yağıyor'],
  ])('%s is told apart by its small words and its letters', (_, text) =>
    expect(found(text)).toEqual(['otherLatin']),
  );

  test.each([
    ['Japanese', '雨が古い町に降る', ['ideographs']],
    ['Korean', '비가 오래된 도시에 내린다', ['ideographs']],
    ['Russian', 'Дождь идёт над старым городом', ['cyrillic']],
    ['Arabic', 'هطل المطر على المدينة', ['otherLetters']],
    ['Hindi', 'पुराने शहर पर बारिश', ['otherLetters']],
    ['nothing', '', []],
  ] as const)('%s is counted by its characters', (_, text, expected) =>
    expect(found(text)).toEqual(expected),
  );
});

test('words of other languages take more than those of English, and foreign letters more again', () => {
  const tokens = (text: string) => sumOf(roughTokens(text, model));
  expect(tokens('und die das mit')).toBeCloseTo(1.35 * tokens('and its has six'));
  expect(tokens('für die das mit')).toBeCloseTo(1.35 * tokens('for its has six') + 1.5);
});

test('the language of a long text is told by its first 5,000 words, for all of it', () => {
  const german = 'Der Regen fällt auf die alte Stadt und den Hafen. ';
  const [short, long] = [
    roughTokens(german.repeat(100), model),
    roughTokens(german.repeat(2000), model),
  ];
  expect(sumOf(long) / sumOf(short)).toBeCloseTo(20, 1);
});
