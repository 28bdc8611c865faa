import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { underscored } from '../../components/underscored';
import ar from '../../public/_locales/ar/messages.json';
import en from '../../public/_locales/en/messages.json';
import { actionIds } from '../../utils/core/action';
import { loadLanguage, locale, type Messages, plural, speak, t } from '../../utils/i18n';
import { problems } from '../gallery/data/problems';
import { keepsakes, remedies } from './i18n-kinds';

const root = join(import.meta.dirname, '../..');
const locales: readonly (readonly [string, Messages])[] = [
  ['en', en],
  ['ar', ar],
];
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

describe.each(locales)('the messages in %s', (language, messages) => {
  test('are the English ones, none missing and none more', () => {
    expect([...bases(messages)].sort()).toEqual([...bases(en)].sort());
  });

  test('have every plural form of the language', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const base of pluralBases) {
      for (const form of pluralCategories) expect(messages).toHaveProperty(`${base}_${form}`);
    }
  });

  test('have the placeholders of the English ones', () => {
    for (const [key, entry] of Object.entries(messages)) {
      if (isPlural(key)) continue;
      const english = (en as Messages)[key]?.message;
      expect(placeholders(entry?.message), key).toEqual(placeholders(english));
    }
  });

  test('have no dollar sign, which browsers take for a placeholder, and no empty text', () => {
    for (const entry of Object.values(messages)) {
      expect(entry?.message).not.toContain('$');
      expect(entry?.message.trim()).not.toBe('');
    }
  });

  test('have words for every problem, for what was kept, for every remedy and action', () => {
    for (const { kind } of problems) {
      expect(messages).toHaveProperty(`problem_${underscored(kind)}`);
      expect(messages).toHaveProperty(`advice_${underscored(kind)}`);
    }
    for (const kept of keepsakes) expect(messages).toHaveProperty(`kept_${underscored(kept)}`);
    for (const kind of remedies) expect(messages).toHaveProperty(`remedy_${underscored(kind)}`);
    for (const id of actionIds) expect(messages).toHaveProperty(`action_${id}`);
  });
});

test('no message is unused', () => {
  const sources = [...sourceOf('components'), ...sourceOf('entrypoints'), ...sourceOf('utils')]
    .concat(join(root, 'wxt.config.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const families = /^(problem|advice|cause|kept|remedy|action|kind|live|badge)_/;
  const unused = [...bases(en)].filter(
    (key) => !families.test(key) && !sources.includes(`'${key}'`) && !sources.includes(`_${key}_`),
  );
  expect(unused.filter((key) => !fromManifest.includes(key))).toEqual([]);
});

/** Used by the manifest and the background through `browser.i18n`. */
const fromManifest = ['extName', 'extDescription', 'menuSummarize'];

function sourceOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(root, folder, name));
}

describe('t', () => {
  beforeEach(() => speak('en-GB', en));

  test('fills in names as they are and numbers as the locale writes them', () => {
    expect(t('remedy_allow_host', { host: '$& api' })).toBe('Allow $& api');
    expect(t('confirmWhyTokens', { limit: 50_000 })).toContain('50,000');
  });

  test('keeps the user’s region for numbers', () => {
    expect(locale()).toBe('en-GB');
  });

  test('chooses the plural form of the language', () => {
    expect(plural('words', 1)).toBe('1 word');
    speak('ar', ar);
    expect([0, 1, 2].map((count) => plural('words', count))).toEqual([
      'لا كلمات',
      'كلمة واحدة',
      'كلمتان',
    ]);
    expect(plural('words', 5)).toBe('\u20685\u2069 كلمات');
    expect(plural('words', 11)).toBe('\u206811\u2069 كلمة');
  });

  test('isolates what it fills into a right-to-left sentence', () => {
    speak('ar', ar);
    expect(t('remedy_open_link', { host: 'example.org' })).toContain('\u2068example.org\u2069');
  });
});

describe('loadLanguage', () => {
  test('takes the closest language there is', async () => {
    await loadLanguage('ar-EG', async (language) => (language === 'ar' ? ar : en));
    expect(t('stop')).toBe('أوقف');
    expect(locale()).toBe('ar-EG');
  });

  test('speaks English, and writes numbers so, for a language that is not there', async () => {
    await loadLanguage('sw-KE', async () => en);
    expect(t('stop')).toBe('Stop');
    expect(locale()).toBe('en');
  });

  test('falls back to English when a file cannot be read', async () => {
    await loadLanguage('ar', async (language) => {
      if (language === 'ar') throw new Error('gone');
      return en;
    });
    expect(t('stop')).toBe('Stop');
  });
});
