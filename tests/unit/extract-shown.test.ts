// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { extract } from '../../utils/page/extract/extract';
import { atOnce } from '../../utils/page/extract/steps';
import { reset, show } from './page-support';

afterEach(reset);

const never = () => false;

function visible(html: string): string {
  show(html);
  return atOnce(extract(document, { text: 10_000, isLate: never }, never, null)).text;
}

describe('words that no space parts', () => {
  const block = 'style="display: block"';
  const floating = 'style="display: block; float: left"';

  test.each([
    ['elements', `<strong ${block}>Name</strong><em ${block}>Role</em>`, 'Name\nRole'],
    ['an element and a text', `<strong ${block}>Name</strong>Role`, 'Name\nRole'],
    ['a text and an element', `Name<small ${block}>Role</small>`, 'Name\nRole'],
    [
      'elements with others in them',
      `<b ${block}><i>Name</i></b><b ${block}><i>Role</i></b>`,
      'Name\nRole',
    ],
    ['cells', `<table><tr><td><b ${block}>a</b><i ${block}>b</i><td>c</table>`, 'a\nb\tc'],
  ])('are on lines of their own where %s are displayed so', (_, html, text) => {
    expect(visible(`<div>${html}</div>`)).toBe(text);
  });

  test.each([
    ['parts of a word', '<b>Un</b>like <i>this</i>s', 'Unlike thiss'],
    ['parted by a line break', `<b ${block}>a</b><br><b ${block}>b</b>`, 'a\nb'],
    ['a letter that floats', `<b ${floating}>O</b>nce upon a time`, 'Once upon a time'],
  ])('stay together where they are %s', (_, html, text) => {
    expect(visible(`<div>${html}</div>`)).toBe(text);
  });
});
