import { beforeEach, describe, expect, test } from 'vitest';
import ar from '../../public/_locales/ar/messages.json';
import en from '../../public/_locales/en/messages.json';
import { loadLanguage, locale, plural, speak, t } from '../../utils/i18n';

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
    expect(t('stop')).toBe('إيقاف');
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
