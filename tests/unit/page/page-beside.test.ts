// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { atOnce } from '../../../utils/core/steps';
import { extract } from '../../../utils/page/extract/extract';
import { captured, reset, selectAll, show } from '../page-support';

afterEach(reset);

const limits = { text: 10_000, isLate: () => false };

function visible(): string {
  return atOnce(extract(document, limits, () => false, null)).text;
}

const count = (of: string, name: string, ...each: readonly (number | string)[]) =>
  `<div class="${of}">${each.map((one) => `<div class="${name}">${one}</div>`).join('')}</div>`;

describe('numbers of lines beside code are left out', () => {
  test.each([
    ['that are by themselves', count('react-line-numbers', 'n', 1, 2, 3)],
    ['with the room for the widest', count('cm-gutter cm-lineNumbers', 'n', 99, 1, 2)],
    ['that are links', '<div class="line-numbers"><a>9</a><a>10</a></div>'],
  ])('%s', (_, gutter) => {
    show(`<p>a</p><div>${gutter}<div><div>let x</div></div></div>`);
    expect(visible()).toBe('a\n\nlet x');
  });

  test.each([
    ['elements', '<td class="gutter"><div class="line">1</div><div class="line">2</div>'],
    ['a block', '<td class="rouge-gutter gl"><pre>1\n2\n</pre>'],
  ])('that are %s in a cell', (_, gutter) => {
    show(`<p>a</p><table><tr>${gutter}<td><div>let x</div></table>`);
    expect(visible()).toBe('a\n\nlet x');
  });

  test.each([
    ['of buses', count('line-numbers', 'n', 42, 17), '42\n17'],
    ['alone', count('line-number', 'n', 5), '5'],
    ['with words', count('gutter', 'n', 1, 2, 'Mon'), '1\n2\nMon'],
    ['of anything else', count('no-gutters', 'n', 1998, 1999), '1998\n1999'],
  ])('but not those %s', (_, others, text) => {
    show(`<p>a</p>${others}`);
    expect(visible()).toBe(`a\n\n${text}`);
  });
});

describe('what only screen readers read', () => {
  const unseen = 'style="position: absolute; width: 1px; height: 1px; overflow: hidden"';

  test.each([
    [
      'after it',
      `<p><span aria-hidden="true">Senior clerk</span> <span class="visually-hidden" ${unseen}>Senior clerk</span></p>`,
      'Senior clerk',
    ],
    [
      'before it, in parts',
      `<p><span class="a-offscreen" ${unseen}>$19.99</span><span aria-hidden="true">$<b>19</b><sup>99</sup></span></p>`,
      '$19.99',
    ],
  ])('is passed over where the same is seen %s', (_, html, text) => {
    show(html);
    expect(visible()).toBe(text);
    selectAll();
    expect(captured()).toBe(`selection: ${text}`);
  });

  test.each([
    [
      'an icon',
      `<i aria-hidden="true">→</i> <span class="sr-only" ${unseen}>Included</span>`,
      '→ Included',
    ],
    [
      'another text',
      `<b>Read more</b> <span class="sr-only" ${unseen}>about rivers</span>`,
      'Read more about rivers',
    ],
    [
      'the same that is not hidden from them',
      `<b>9</b> <span class="sr-only" ${unseen}>9</span>`,
      '9 9',
    ],
  ])('is read beside %s', (_, html, text) => {
    show(`<p>${html}</p>`);
    expect(visible()).toBe(text);
  });
});
