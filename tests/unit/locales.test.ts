import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json';
import { builtInIds } from '../../utils/core/actions/action';
import { type Language, languages } from '../../utils/core/language';
import type { Messages } from '../../utils/i18n';
import { underscored } from '../../utils/underscored';
import { problems } from '../gallery/data/problems';
import { keepsakes, remedies } from './i18n-kinds';
import { sameAsEnglish } from './same-as-english';

const root = join(import.meta.dirname, '../..');
const folderOf = (language: Language) => language.replace('-', '_');
const read = (language: Language): Messages =>
  JSON.parse(
    readFileSync(join(root, 'public/_locales', folderOf(language), 'messages.json'), 'utf8'),
  );

const forms = /_(zero|one|two|few|many|other)$/;
const pluralBases = new Set(
  Object.keys(en)
    .filter((key) => key.endsWith('_other'))
    .map((key) => key.replace(forms, '')),
);

const isPlural = (key: string) => forms.test(key) && pluralBases.has(key.replace(forms, ''));
const baseOf = (key: string) => (isPlural(key) ? key.replace(forms, '') : key);
const bases = (messages: Messages) => new Set(Object.keys(messages).map(baseOf));
const placeholders = (message = '') => [...message.matchAll(/\{\w+\}/g)].map(String).sort();

test('every language has a folder, and every folder is a language', () => {
  const folders = readdirSync(join(root, 'public/_locales')).sort();
  expect(languages.map(folderOf).sort()).toEqual(folders);
});

describe.each(languages)('the messages in %s', (language) => {
  const messages = read(language);

  test('are the English ones, none missing and none more', () => {
    expect([...bases(messages)].sort()).toEqual([...bases(en)].sort());
  });

  test('have every plural form of the language, and no other', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const base of pluralBases) {
      const found = Object.keys(messages).filter((key) => isPlural(key) && baseOf(key) === base);
      expect(found.sort()).toEqual(pluralCategories.map((form) => `${base}_${form}`).sort());
    }
  });

  test('have the placeholders of the English ones', () => {
    for (const [key, entry] of Object.entries(messages)) {
      // A form for one alone, or for none, may leave the number out.
      const english = (en as Messages)[isPlural(key) ? `${baseOf(key)}_other` : key]?.message;
      const ours = placeholders(entry?.message);
      if (isPlural(key) && !/_(other|many|few)$/.test(key)) {
        expect(placeholders(english), key).toEqual(expect.arrayContaining(ours));
      } else expect(ours, key).toEqual(placeholders(english));
    }
  });

  test('have no dollar sign, which browsers take for a placeholder, and no empty text', () => {
    for (const entry of Object.values(messages)) {
      expect(entry?.message).not.toContain('$');
      expect(entry?.message.trim()).not.toBe('');
    }
  });

  test('have one way to write what goes on, and one kind of quotation marks', () => {
    const all = Object.values(messages).map((entry) => entry?.message ?? '');
    const goingOn = all.filter((message) => message.includes('…'));
    expect(new Set(goingOn.map((message) => /\s…/.test(message))).size).toBeLessThan(2);
    const marks = ['«', '“'].filter((mark) => all.some((message) => message.includes(mark)));
    expect(marks.length).toBeLessThan(2);
  });

  test('name no key that is another one on a Mac', () => {
    for (const entry of Object.values(messages)) expect(entry?.message).not.toMatch(/Ctrl|Strg|⌘/);
  });

  test('have words for every problem, for what was kept, for every remedy and action', () => {
    for (const { kind } of problems) {
      expect(messages).toHaveProperty(`problem_${underscored(kind)}`);
      expect(messages).toHaveProperty(`advice_${underscored(kind)}`);
    }
    for (const kept of keepsakes) expect(messages).toHaveProperty(`kept_${underscored(kept)}`);
    for (const kind of remedies) expect(messages).toHaveProperty(`remedy_${underscored(kind)}`);
    for (const id of builtInIds) expect(messages).toHaveProperty(`action_${underscored(id)}`);
  });

  test('fit the description that the stores allow', () => {
    expect(messages.extDescription?.message.length).toBeLessThanOrEqual(132);
  });

  test('are not left in English by oversight', () => {
    if (language === 'en') return;
    const known: ReadonlySet<string> = new Set([
      ...sameAsEnglish.everywhere,
      ...sameAsEnglish[language],
    ]);
    const left = Object.entries(messages)
      .filter(([key, entry]) => entry?.message === (en as Messages)[key]?.message)
      .filter(([key, entry]) => /\p{L}{3}/u.test(wordsOf(entry?.message)) && !known.has(key));
    expect(left).toEqual([]);
  });
});

test('the Arabic messages write a word with its doubled letter marked everywhere or nowhere', () => {
  const [doubling, others] = ['\u0651', /[\u064B-\u0650\u0652]/g];
  /** Two words each, that only the mark tells apart. */
  const pairs = ['أن', 'لكن', 'غير', 'غيره', 'حدث', 'يحدث', 'يعد'];
  const spelt = new Map<string, Set<string>>();
  for (const [key, entry] of Object.entries(read('ar'))) {
    // A text of its own, by a hand of its own.
    if (key.startsWith('welcomeSample')) continue;
    for (const [word] of entry?.message.matchAll(/[\u0621-\u0652]+/g) ?? []) {
      const form = word.replace(others, '');
      const bare = form.replaceAll(doubling, '');
      spelt.set(bare, (spelt.get(bare) ?? new Set()).add(form));
    }
  }
  const unlike = [...spelt].filter(([bare, forms]) => forms.size > 1 && !pairs.includes(bare));
  expect(unlike.map(([, forms]) => [...forms])).toEqual([]);
});

const wordsOf = (message = '') => message.replace(/\{\w+\}/g, '');

test('no message is unused', () => {
  const sources = [...sourceOf('components'), ...sourceOf('entrypoints'), ...sourceOf('utils')]
    .concat(join(root, 'wxt.config.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const isWord = (word: string) =>
    sources.includes(`'${word}'`) || new RegExp(`^\\s*'?${word}'?\\??:`, 'm').test(sources);
  /** As in `kind_${kind}`: such a template is there, and the rest of the key is a word of the code's. */
  const isMember = (key: string) =>
    Array.from(key.matchAll(/_/g), ({ index }) => [key.slice(0, index), key.slice(index + 1)]).some(
      ([family, rest = '']) =>
        sources.includes(`\`${family}_\${`) && (isWord(rest) || isWord(rest.replaceAll('_', '-'))),
    );
  const unused = [...bases(en)].filter(
    (key) => !sources.includes(`'${key}'`) && !sources.includes(`_${key}_`) && !isMember(key),
  );
  expect(unused).toEqual([]);
});

function sourceOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(root, folder, name));
}
