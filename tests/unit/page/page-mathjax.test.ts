// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { atOnce } from '../../../utils/core/steps';
import { extract } from '../../../utils/page/extract/extract';
import model from '../../../utils/page/extract/model.json';
import { captured, reset, selectAll, show } from '../page-support';

afterEach(reset);

/** What MathJax 3 makes: drawn letters that are no text, and for screen readers what cannot be selected. */
function third(drawn: string, formula: string, attributes: string): string {
  const hidden = 'position: absolute; display: block; user-select: none';
  return `<mjx-container class="MathJax" jax="CHTML"${attributes}>${drawn}
    <mjx-assistive-mml unselectable="on" style="${hidden}"><math>${formula}</math></mjx-assistive-mml></mjx-container>`;
}

const square = '<msup><mi>x</mi><mn>2</mn></msup>';
const glyphs = '<mjx-math aria-hidden="true"><mjx-mi><mjx-c></mjx-c></mjx-mi></mjx-math>';
const svg = '<svg><g><path></path></g></svg>';
/** MathJax 4 tells of each part what its source is, of the whole first. */
const letters = `<mjx-math data-latex="x^2"><mjx-mi data-latex="x"><mjx-c style="display: inline-block">𝑥</mjx-c></mjx-mi>
  <mjx-mn data-latex="2" style="display: block"><mjx-c>2</mjx-c></mjx-mn></mjx-math>`;
const drawing = '<svg><g data-mml-node="math" data-latex="x^2"><path></path></g></svg>';
const fourth = (inner: string, attributes: string) =>
  `<mjx-container class="MathJax"${attributes}>${inner}</mjx-container>`;

const versions: readonly (readonly [string, (attributes: string) => string, string])[] = [
  ['MathJax 3, as letters', (more) => third(glyphs, square, more), 'x^2'],
  ['MathJax 3, as a drawing', (more) => third(svg, square, more), 'x^2'],
  ['MathJax 4, as letters', (more) => fourth(letters, more), '$x^2$'],
  ['MathJax 4, as a drawing', (more) => fourth(drawing, more), '$x^2$'],
];

describe.each(versions)('a formula of %s', (_, made, formula) => {
  const html = `<p>Let ${made('')} be a number, and ${made('')}, too.</p><p>So${made(' display="true"')}is it.</p>`;
  const expected = `Let ${formula} be a number, and ${formula}, too.\n\nSo\n${formula}\nis it.`;

  test('is in its sentence, and on its line, where it is selected', () => {
    show(html);
    selectAll();
    expect(captured()).toBe(`selection: ${expected}`);
  });

  test('is in its sentence, and on its line, on a page', () => {
    const prose = 'The river ran slowly below the old town, and nobody was in a hurry. '.repeat(8);
    show(`<main><article><h1>A river</h1><p>${prose}</p>${html}<p>${prose}</p></article></main>`);
    const limits = { text: 1_000_000, isLate: () => false };
    for (const chosen of [model, null])
      expect(atOnce(extract(document, limits, limits.isLate, chosen)).text).toContain(expected);
  });
});
