import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complete, completionAt } from '../../../../utils/core/actions/completion';
import {
  type Filling,
  fill,
  names,
  piecesOf,
  questionsIn,
  unknownIn,
  variables,
} from '../../../../utils/core/actions/template';

const filling: Filling = {
  source: { title: 'Bees "and" {{url}}', address: 'https://bees.example/honey?x=1#top' },
  language: 'German',
  date: '2026-11-26',
  answers: [],
  address: true,
};

/** Text that is full of what could be taken for a variable. */
const tricky = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '{{',
        '}}',
        '{',
        '}',
        '$&',
        '$1',
        '{{url}}',
        '{{ask:x}}',
        '{{ask:',
        '{{no}}',
        '{{}}',
        'ask:',
      ),
    ),
  )
  .map((parts) => parts.join(''));

describe('a template', () => {
  test.each([
    ['Reply to {{text}}.', 'Reply to the document.'],
    ['{{selection}} and {{page}}', 'the document and the document'],
    ['In {{language}}', 'In German'],
    ['On {{date}}', 'On 2026-11-26'],
    ['At {{site}}', 'At "bees.example"'],
    ['{{url}}', '"https://bees.example/honey?x=1#top"'],
    // In a JSON string no quotation mark of the page's ends the quotation, and nothing is filled in twice.
    ['{{title}}', String.raw`"Bees \"and\" {{url}}"`],
    ['{{ Title }}{{TITLE}}', String.raw`"Bees \"and\" {{url}}""Bees \"and\" {{url}}"`],
    ['{{nothing}} {{}} { } {{a{b}}', '{{nothing}} {{}} { } {{a{b}}'],
    ['{language} {{{language}}}', '{language} {German}'],
  ])('%j becomes %j', (template, prompt) => expect(fill(template, filling)).toBe(prompt));

  test('asks each question once and puts the answers in as they are', () => {
    const template = '{{ask:How?}} {{ask: Why? }} {{ASK:How?}} {{ask:}} {{ask:a:b}}';
    expect(questionsIn(template)).toEqual(['How?', 'Why?', 'a:b']);
    expect(unknownIn(template)).toEqual(['ask:']);
    const answers = ['$& {{url}}', '{{ask:Why?}}'];
    expect(fill(template, { ...filling, answers })).toBe(
      '$& {{url}} {{ask:Why?}} $& {{url}} {{ask:}} ',
    );
  });

  test('withholds an address that may not leave', () => {
    const prompt = fill('{{url}} {{site}} {{title}}', { ...filling, address: false });
    expect(prompt).toMatch(/^"\(withheld\)" "\(withheld\)" "Bees/);
  });

  test('keeps what a page made short, and its broken characters out', () => {
    const source = {
      title: `\ud800${'a'.repeat(500)}`,
      address: `https://a.example/${'b'.repeat(9999)}`,
    };
    expect(fill('{{title}}', { ...filling, source })).toBe(`"\ufffd${'a'.repeat(199)}"`);
    expect(fill('{{url}}', { ...filling, source })).toHaveLength(2002);
    expect(fill('{{site}}', { ...filling, source: { title: '', address: 'no address' } })).toBe(
      '""',
    );
  });

  test('tells the site of an address in which something is hidden', () => {
    const source = { title: '', address: 'https://www.[WORD_1].example:8443/[EMAIL_1]' };
    expect(fill('{{site}}', { ...filling, source })).toBe('"www.[WORD_1].example"');
  });

  test.each([
    ['{{ask:How {x}?}}', ['How {x}?']],
    ['{{ Ask : {a} and {b}}}', ['{a} and {b}']],
    ['{{ask:A {{text}}?}}', []],
    ['{{ask:An {open one?}}', []],
  ])('%j asks %j', (template, questions) => expect(questionsIn(template)).toEqual(questions));

  test('tells where each of its pieces is', () => {
    expect(piecesOf('To {{ask:Who?}}: {{x}}{{date}}')).toEqual([
      { kind: 'words', from: 0, to: 3 },
      { kind: 'ask', question: 'Who?', from: 3, to: 15 },
      { kind: 'words', from: 15, to: 17 },
      { kind: 'unknown', name: 'x', from: 17, to: 22 },
      { kind: 'variable', name: 'date', from: 22, to: 30 },
    ]);
  });

  test('names what it needs', () => {
    expect(names('{{url}}', 'url', 'site')).toBe(true);
    expect(names('url {url} {{ask:url}}', 'url', 'site')).toBe(false);
    expect(unknownIn('{{b}} {{a}} {{b}} {{__proto__}}')).toEqual(['b', 'a', '__proto__']);
  });

  test('its pieces are the whole of it, whatever it is', () => {
    fc.assert(
      fc.property(tricky, (template) => {
        const pieces = piecesOf(template);
        expect(pieces.map(({ from, to }) => template.slice(from, to)).join('')).toBe(template);
        let end = 0;
        for (const { from, to } of pieces) {
          expect(from).toBe(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
      }),
    );
  });

  test('without variables stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (template) => {
        fc.pre(!template.includes('{{'));
        expect(fill(template, filling)).toBe(template);
      }),
    );
  });

  test('is filled in one pass: what is filled in is text, whatever it says', () => {
    const words = fc.string().filter((text) => !/[{}]/.test(text));
    fc.assert(
      fc.property(words, tricky, words, tricky, (before, answer, between, title) => {
        const source = { ...filling.source, title };
        const prompt = fill(`${before}{{ask:Q?}}${between}{{title}}`, {
          ...filling,
          source,
          answers: [answer],
        });
        const quoted = JSON.stringify(title.slice(0, 200).toWellFormed());
        expect(prompt).toBe(`${before}${answer}${between}${quoted}`);
      }),
    );
  });
});

describe('while a variable is written', () => {
  const at = (marked: string) => completionAt(marked.replace('|', ''), marked.indexOf('|'));

  test.each([
    ['{{|', [...variables, 'ask']],
    ['a {{ t|', ['text', 'title']],
    ['{{T|', ['text', 'title']],
    ['{{s|}} {{x}}', ['selection', 'site']],
    ['{{te|xt}}', ['text']],
    ['{{a|', ['ask']],
  ])('%j offers %j', (marked, offered) => expect(at(marked)?.candidates).toEqual(offered));

  test.each(['|', '{|', '{{text}}|', '{{nothing|', '{{ask:|', '{{ask:Who|?}}', '{{a\nb|'])(
    '%j offers nothing',
    (marked) => expect(at(marked)).toBeNull(),
  );

  test.each([
    ['Reply to {{t| now', 'text', 'Reply to {{text}}| now'],
    ['{{t|itle}} {{x}}', 'title', '{{title}}| {{x}}'],
    ['{{|', 'ask', '{{ask:|}}'],
    ['{{ a|sk}}.', 'ask', '{{ask:|}}.'],
  ] as const)('%j with %j becomes %j', (marked, chosen, written) => {
    const completion = at(marked);
    if (!completion) throw new Error('nothing is offered');
    const { template, caret } = complete(marked.replace('|', ''), completion, chosen);
    expect(`${template.slice(0, caret)}|${template.slice(caret)}`).toBe(written);
  });

  test('at any caret of any template there is an offer or none, within the template', () => {
    fc.assert(
      fc.property(tricky, fc.nat(), (template, any) => {
        const caret = any % (template.length + 1);
        const completion = completionAt(template, caret);
        if (!completion) return;
        expect(completion.from).toBeLessThan(caret);
        expect(completion.to).toBeLessThanOrEqual(template.length);
      }),
    );
  });
});
