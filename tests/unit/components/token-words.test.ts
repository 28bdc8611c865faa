import { beforeEach, expect, test } from 'vitest';
import { problemWords } from '../../../components/problem-words';
import { estimatedTokens } from '../../../components/token-words';
import ar from '../../../public/_locales/ar/messages.json';
import { speak } from '../../../utils/i18n';

const tidy = (words = '') => words.replace(/[\u2066-\u2069]/g, '').replaceAll('\u00a0', ' ');
const about = (low: number, high: number) => tidy(estimatedTokens({ low, high }));

beforeEach(() => speak('ar-u-nu-latn', ar));

test('the word for tokens agrees with the number that is shown, not with the one behind it', () => {
  expect(about(1211, 1211)).toBe('نحو 1,200 رمز');
  expect(about(11, 11)).toBe('نحو 11 رمزًا');
  expect(about(5, 5)).toBe('نحو 5 رموز');
  expect(about(1, 2)).toBe('نحو 1–2 من الرموز');
});

test('so does it where a text is too long', () => {
  const { detail } = problemWords({ kind: 'too-large', tokens: 1_234_511, limit: 1_000_000 });
  expect(tidy(detail ?? '')).toContain('1.2 مليون رمز ');
});
