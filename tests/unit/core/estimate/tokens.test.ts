import { describe, expect, test } from 'vitest';
import { roughTokens, type Script, scripts, sumOf } from '../../../../utils/core/estimate/tokens';

const model = 'claude-haiku-5-5';

/** The scripts that a text has anything of. */
const found = (text: string): readonly Script[] => {
  const rough = roughTokens(text, model);
  return scripts.filter((script) => rough[script] > 0);
};

test('digits count by threes', () => {
  const takes = (digits: number) => sumOf(roughTokens('7'.repeat(digits), model));
  expect([1, 2, 3].map(takes)).toEqual([takes(3), takes(3), takes(3)]);
  expect([4, 6].map(takes)).toEqual([2 * takes(3), 2 * takes(3)]);
});

describe('what a text is made of', () => {
  test.each([
    ['English', 'The rain in Spain stays mainly in the plain, as they say.'],
    ['English with a name from elsewhere', 'Mr. Müller left at ten.'],
    ['code', 'for (const key of keys) { if (!seen.has(key)) out.push(key); }'],
    ['JSON', '{"de": 1, "name": "harbour", "ids": [17, 23, 42], "isOpen": true, "port": "north"}'],
    ['numbers and marks', '2026-11-26: 17.5 %, 23 / 42'],
    [
      'a list of names and prices',
      'Harbour Lamp 17.50\nGarden Chair 42.00\nStone Table 99.90\nCopper Kettle 23.00\nOak Shelf 65.50\n'.repeat(
        3,
      ),
    ],
    [
      'code without a word of a language',
      'let total = sum(rows.map(row => row.price * row.count));\nlet mean = total / rows.length;\n'.repeat(
        4,
      ),
    ],
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
    [
      'Basque',
      'Euria erortzen ari da hiri zaharraren gainean eta portuko ontziak geldirik daude. Inork ez daki noiz amaituko den ekaitza, baina arrantzaleak etxean geratu dira.',
    ],
    [
      'Indonesian',
      'Hujan turun di atas kota tua itu dan kapal-kapal di pelabuhan tidak bergerak. Tidak ada yang tahu kapan badai akan berakhir, jadi para nelayan tinggal di rumah.',
    ],
    [
      'Swahili',
      'Mvua inanyesha juu ya mji wa kale na meli bandarini hazisogei. Hakuna anayejua lini dhoruba itakwisha, kwa hiyo wavuvi wamebaki nyumbani na familia zao.',
    ],
  ])('%s, which has neither, is told by the want of English ones', (_, text) =>
    expect(found(text)).toContain('otherLatin'),
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

describe('what takes more than English', () => {
  const tokens = (text: string) => sumOf(roughTokens(text, model));

  test('are words of the nearest languages, and foreign letters more again', () => {
    expect(tokens('und die das mit')).toBeCloseTo(1.35 * tokens('and its has six'));
    expect(tokens('für die das mit')).toBeCloseTo(1.35 * tokens('for its has six') + 1.5);
  });

  test('are words of all others, by their letters', () => {
    expect(tokens('nie jest się')).toBeCloseTo(10 * 0.575 + 1.83);
    expect(tokens('niet voor een')).toBeCloseTo(11 * 0.575);
  });

  test.each([
    ['Russian', 'дождь', 5 * 0.62],
    ['Kazakh, with a letter that Russian has not', 'қала', 4 * 0.62 + 2.4],
    ['Greek', 'βροχή', 5 * 1.35],
    ['Hindi', 'बारिश', 5 * 1.35],
    ['Thai', 'ฝนตก', 4 * 2.3],
    ['Tamil', 'மழை', 3 * 2.3],
    ['Gujarati', 'વરસાદ', 5 * 3.3],
    ['Lao, of which nothing was measured', 'ຝົນ', 3 * 3.3],
    ['a sign on a Latin letter', 'e\u0301', 0.902 + 0.14 + 1.35],
    ['a heart in colour', '\u2764\uFE0F', 0.789 + 1.3 + 1.35],
  ])('are letters of other scripts: %s', (_, text, expected) =>
    expect(tokens(text)).toBeCloseTo(expected),
  );
});

describe('what is odd in English and code', () => {
  const tokens = (text: string) => sumOf(roughTokens(text, model));
  const [word, letter, mark] = [0.902, 0.14, 0.789];

  test.each([
    ['capitals within words, as in code', 'getElementById', word + 14 * letter + 3 * 1.5],
    ['capitals beside each other', 'NASA', word + 4 * letter + 3 * 0.18],
    ['names', 'old Bath', 2 * word + 7 * letter + 0.2],
    ['no name at the beginning of a sentence', 'It. So', 2 * word + 4 * letter + mark],
    ['a foreign letter', 'Zoë', word + 3 * letter + 1.5],
    ['an arrow', '→', mark + 1.3],
    ['an emoji', '🙂', 2 * (mark + 0.75)],
    ['a short row of the same sign', '```', 3 * mark],
    ['a line that is drawn', '-'.repeat(80), 4 * mark],
    ['another sign after it', `${'='.repeat(80)}\n`, 5 * mark],
    ['blanks that make a column', 'a  b', 2 * (word + letter) + 0.8],
    ['blanks at the beginning of a line, which are free', '    a', word + letter],
  ])('%s', (_, text, expected) => expect(tokens(text)).toBeCloseTo(expected));

  test('is counted of the first 5,000 words, for all of a long text', () => {
    const code = 'if (isOpen) setReadyState(nextState); else return the lastState of it;\n';
    expect(tokens(code.repeat(2000)) / tokens(code.repeat(100))).toBeCloseTo(20, 1);
  });
});

test('the language of a long text is told by its first 5,000 words, for all of it', () => {
  const german = 'Der Regen fällt auf die alte Stadt und den Hafen. ';
  const [short, long] = [
    roughTokens(german.repeat(100), model),
    roughTokens(german.repeat(2000), model),
  ];
  expect(sumOf(long) / sumOf(short)).toBeCloseTo(20, 1);
});
