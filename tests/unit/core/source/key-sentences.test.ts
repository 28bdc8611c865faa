import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestFirst, keySentences } from '../../../../utils/core/source/key-sentences';
import { sentencesOf } from '../../../../utils/core/source/sentences';

const joined = (text: string) => text.replace(/\s+/g, ' ').trim();
const textsOf = (text: string, locale: string | null = null) =>
  sentencesOf(text, locale).map((sentence) => sentence.text);
const filler = (count: number) =>
  Array.from({ length: count }, (_, n) => `Row${n} word${n} thing${n} item${n} part${n}.`).join(
    ' ',
  );

describe('sentences', () => {
  test.each([
    [
      'English',
      'en',
      'Rivers carry silt to the sea. Who counts the grains? Nobody has ever tried!',
      3,
    ],
    [
      'English with initials',
      'en',
      'Dr. A. B. Stone moved to the U.S. Navy in May. He stayed for years.',
      2,
    ],
    [
      'German with ordinals',
      'de',
      'Am 3. Oktober kam der Zug zu spät an. Der Bahnhof war leer und kalt.',
      2,
    ],
    ['Japanese', 'ja', '川は海へ土を運ぶ。誰が粒を数えるのだろうか？まだ誰も数えていない。', 3],
    ['Chinese', 'zh', '河流把泥沙带到大海。谁来数这些沙粒呢？还没有人数过它们。', 3],
    [
      'Arabic',
      'ar',
      'تحمل الأنهار الطمي إلى البحر. من يعد الحبات في الماء؟ لم يحاول أحد ذلك من قبل.',
      3,
    ],
    ['Hindi', 'hi', 'नदियाँ समुद्र तक मिट्टी ले जाती हैं। कणों को कौन गिनता है आज? किसी ने कोशिश नहीं की।', 3],
  ])('are found in %s', (_, locale, text, count) => {
    expect(textsOf(text, locale)).toHaveLength(count);
    expect(keySentences(text, locale)).toEqual(textsOf(text, locale));
    expect(textsOf(text, locale).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });

  test('of Thai, which does not mark them, are phrases between spaces', () => {
    const text = 'แม่น้ำพัดพาตะกอนไปสู่ทะเลทุกวันตลอดทั้งปี ไม่มีใครเคยนับเม็ดทรายเหล่านั้นเลยสักครั้ง '.repeat(3);
    const found = textsOf(text, 'th');
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) expect(text.split(' ')).toContain(one.split(' ')[0]);
  });

  test('are not headings, menus, captions, tables or code', () => {
    const text = [
      '# What does the river carry to the sea?',
      'Home',
      'Figure 1: the delta from above',
      'Rivers carry silt to the sea. The sea gives nothing back to them.',
      'Year\tTons of silt in all.',
      '| 2020 | 12 | 13 tons of silt. |',
      '```\nThis is a line of code here.\n```',
      'if (river.isDry()) { return null; }',
      '- Silt makes the fields fertile again.',
    ].join('\n');
    expect(textsOf(text, 'en')).toEqual([
      'Rivers carry silt to the sea.',
      'The sea gives nothing back to them.',
      'Silt makes the fields fertile again.',
    ]);
  });

  test('go on over wrapped lines', () => {
    const text =
      'The river carries silt to the sea, and nobody in\nthe village has ever counted how much of it there\nis in a year.';
    expect(textsOf(text, 'en')).toEqual([joined(text)]);
    const names =
      'The expedition went by boat as far as the harbour of\nHamburg, where it was dissolved and sent home again.';
    expect(textsOf(names, 'en')).toEqual([joined(names)]);
  });

  test('are read whole where a long line is read in parts', () => {
    const text = filler(200);
    expect(textsOf(text, 'en').join(' ')).toBe(text);
  });
});

describe('key sentences', () => {
  test('of a very short text are all of it', () => {
    expect(keySentences('Rivers carry silt to the sea. Nobody counts it.', 'en')).toEqual([
      'Rivers carry silt to the sea.',
      'Nobody counts it.',
    ]);
    expect(keySentences('Hello', 'en')).toEqual(['Hello']);
  });

  test.each([
    [20, 3],
    [60, 3],
    [130, 4],
    [250, 5],
    [500, 5],
  ])('of %i short sentences are %i', (length, count) => {
    expect(keySentences(filler(length), 'en')).toHaveLength(count);
  });

  test('are those that others share their words with', () => {
    const sentences = sentencesOf(
      'Lunch was cold soup again today. The delta silt feeds river farms. It rained on Monday evening there. ' +
        'River farms need delta silt yearly. Buses were late once more. Without silt the river delta farms sink.',
      'en',
    );
    expect(bestFirst(sentences, 1)[0]).toContain('delta silt');
  });

  test('do not say the same twice', () => {
    const once = 'The delta silt feeds the river farms every year.';
    const again = 'Every year the delta silt feeds the river farms.';
    const text = `${once} ${again} Farms by the river grow rice and wheat. Rice from the delta goes abroad. ${filler(15)}`;
    expect(keySentences(text, 'en').filter((one) => one === once || one === again)).toHaveLength(1);
  });

  test.each([
    ['nothing', '', []],
    ['white space', ' \n\t\n ', []],
    ['marks alone', '?!…', []],
    ['a list', '- apples\n- pears\n- plums', ['apples', 'pears', 'plums']],
    ['a table', 'City\tPeople\nBonn\t300,000', ['City People', 'Bonn 300,000']],
    ['a heading', '# Rivers and seas', ['Rivers and seas']],
    ['code', '```\nlet river = 1;\n```', ['let river = 1;']],
    ['NUL and lone surrogates', 'a\0b \uD800', ['a\0b \uD800']],
  ])('of %s are what there is', (_, text, expected) => {
    expect(keySentences(text, 'en')).toEqual(expected);
  });

  test('of a text of any length are looked for in forty pieces of it, the first of them its beginning', () => {
    const text = Array.from(
      { length: 20_000 },
      (_, at) => `Sentence number ${at} of this text ends here. `,
    );
    const whole = text.join('');
    const found = textsOf(whole, 'en');
    expect(found[0]).toBe('Sentence number 0 of this text ends here.');
    expect(found.join(' ').length).toBeLessThanOrEqual(160_000);
    expect(found.join(' ').length).toBeGreaterThan(140_000);
    const last = Number(/\d+/.exec(found.at(-1) ?? '')?.[0]);
    expect(last).toBeGreaterThan(19_400);
  });

  test('are cut at the end of a word when one sentence is endless', () => {
    const [one = '', ...others] = keySentences(`${'silt and water '.repeat(40)}end.`, 'en');
    expect(others).toEqual([]);
    expect(one).toMatch(/ (silt|and|water)…$/);
    expect(one.length).toBeLessThanOrEqual(401);
  });

  test.each(['', 'xx-invalid-language-tag', 'de_DE', '日本語', 'en'])(
    'are found whatever the page calls its language: %j',
    (locale) => {
      expect(keySentences('Rivers carry silt to the sea.', locale)).toHaveLength(1);
    },
  );

  const texts = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...[
            '# Title',
            '- item',
            'a\tb',
            '```',
            'Dr. Who came home at last. ',
            '川は海へ土を運ぶ。',
            '\n',
            '\n\n',
            ' ',
          ],
          ...[
            'ไม่มีใครเคยนับเม็ดทรายเหล่านั้นเลย ',
            '😀',
            '\0',
            'Rivers carry silt to seas! ',
            'und so weiter ',
          ],
        ),
        fc.string({ unit: 'grapheme' }),
        fc.lorem({ mode: 'sentences', maxCount: 5 }),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));

  test('stand in the text, in its order, each once', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(null, 'en', 'ja', 'th', '?'), (text, locale) => {
        const found = keySentences(text, locale);
        const whole = joined(text);
        expect(new Set(found).size).toBe(found.length);
        expect(found.length).toBeLessThanOrEqual(7);
        for (const one of found) expect(whole).toContain(one.replace(/…$/, ''));
        const all = [...new Set(textsOf(text, locale))];
        expect(all.filter((one) => found.includes(one))).toEqual(found);
      }),
    );
  });

  test('never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), (text, locale) => {
        keySentences(text.repeat(3), locale);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff)), (units) => {
        keySentences(String.fromCharCode(...units), null);
      }),
    );
  }, 30_000);

  test.each([
    ['sentences', filler(100_000)],
    ['sentences in lines', filler(100_000).replaceAll('. ', '.\n')],
    ['one word', 'a'.repeat(4_000_000)],
    ['Japanese', '川は海へ土を運ぶ。誰が粒を数えるのだろうか？'.repeat(180_000)],
    ['Thai', 'ไม่มีใครเคยนับเม็ดทรายเหล่านั้นเลย '.repeat(110_000)],
    ['initials', 'A. '.repeat(1_300_000)],
    ['line ends', '\n'.repeat(4_000_000)],
    ['short lines', Array.from({ length: 600_000 }, (_, n) => `r${n}`).join('\n')],
  ])('of 4,000,000 characters of %s are found', (_, text) => {
    expect(keySentences(text, 'en').length).toBeLessThanOrEqual(7);
  });
});
