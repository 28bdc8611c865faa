import { beforeEach, expect, test } from 'vitest';
import { problemWords } from '../../../components/problem-words';
import en from '../../../public/_locales/en/messages.json';
import { speak } from '../../../utils/i18n';

beforeEach(() => speak('en-US', en));

test.each([
  ['all of whose size is known', 41_200_000, '41.2 MB of at most 23.3 MB.'],
  ['of which no more was read than tells so', 23_260_000, '> 23.3 MB of at most 23.3 MB.'],
])('a PDF that is too big, %s, says so', (_, bytes, words) => {
  const { detail } = problemWords({ kind: 'pdf-too-big', bytes, limit: 23_250_000 });
  expect(detail).toBe(words);
});
