// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { capturePage } from '../../../utils/page/capture-main';

const words = 'the old town kept its boats near quiet water while every winter brought news'.split(
  ' ',
);

/** Prose of so many words, not the same for another `n`. */
const prose = (n: number, length: number) =>
  Array.from({ length }, (_, at) => words[(n * 7 + at * (n % 11) + at * at) % words.length]).join(
    ' ',
  );

async function daysKept(days: readonly string[]): Promise<number> {
  document.body.innerHTML = `<main><article><h1>Days</h1>${days.join('')}</article></main>`;
  const captured = await capturePage(document, false, 60_000);
  const text = captured.kind === 'page' ? captured.text : '';
  return text.match(/Day \d+/g)?.length ?? 0;
}

test.each([
  ['an article of 40,000 words', 1000, (n: number) => prose(n, 28 + (n % 23))],
  ['short lines that are much the same', 2500, () => 'the river ran, and nobody was in a hurry'],
])('of %s every paragraph is kept', async (_, count, textOf) => {
  const days = Array.from({ length: count }, (_, n) => `<p>Day <b>${n}</b>: ${textOf(n)}.</p>`);
  expect(await daysKept(days)).toBe(count);
});
