// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { capturePage } from '../../utils/page/capture-main';

const words = 'the old town kept its boats near quiet water while every winter brought news'.split(
  ' ',
);

/** Prose of so many words, not the same for another `n`. */
const prose = (n: number, length: number) =>
  Array.from({ length }, (_, at) => words[(n * 7 + at * (n % 11) + at * at) % words.length]).join(
    ' ',
  );

test('of an article of 40,000 words every paragraph is kept', async () => {
  const paragraphs = Array.from(
    { length: 1000 },
    (_, n) => `<p>Day <b>${n}</b>: ${prose(n, 28 + (n % 23))}.</p>`,
  );
  document.body.innerHTML = `<main><article><h1>Days</h1>${paragraphs.join('')}</article></main>`;
  const captured = await capturePage(document, false, 60_000);
  const text = captured.kind === 'page' ? captured.text : '';
  expect(text.match(/Day \d+/g)).toHaveLength(1000);
});
