// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { inParagraphs } from '../../../utils/page/paragraphs';
import { reset, select, show } from '../page-support';

afterEach(reset);

/** What would stand there: from the 5th sign of `#a` to the 5th of `#b` something else was selected. */
function written(html: string, text: string, how: 'replace' | 'insert' = 'replace'): string | null {
  show(`<div contenteditable="true">${html}</div>`);
  document.getSelection()?.removeAllRanges();
  select(5, 5);
  const range = document.getSelection()?.getRangeAt(0);
  return (range && inParagraphs(text, how, range)?.markup) ?? null;
}

const two = '<p id="a" class="y" data-k="1">line one</p><p id="b">three four</p>';

describe('paragraphs for Firefox, which makes line breaks of them', () => {
  test.each([
    [
      'keep what stays of the first and the last',
      two,
      'A\n\nB',
      '<p id="a" class="y" data-k="1">line A</p><p class="y"><br></p><p id="b">B four</p>',
    ],
    ['become one', two, 'A', '<p id="a" class="y" data-k="1">line A four</p>'],
    [
      'are parted where one becomes two: its id is not there twice',
      '<p id="a" class="y">line <span id="b" style="display:inline">one two</span></p>',
      'A & B\n<C>',
      '<p id="a" class="y">line A &amp; B</p><p class="y">&lt;C><span id="b" style="display:inline">wo</span></p>',
    ],
    [
      'of a list are items, none of them empty',
      '<ul><li id="a">line one</li><li id="b">three four</li><li>last</li></ul>',
      'A\n\nB',
      '<li id="a">line A</li><li id="b">B four</li>',
    ],
    [
      'of a whole list are one',
      '<ol class="z"><li id="a">line one</li><li id="b">three four</li></ol>',
      'A\nB',
      '<ol><li id="a">line A</li><li id="b">B four</li></ol>',
    ],
  ])('%s', (_, html, text, expected) => expect(written(html, text)).toBe(expected));

  test.each([
    [
      'a line that stays one',
      '<p id="a">line <span id="b" style="display:inline">one two</span></p>',
      'A',
    ],
    ['text beside an image', `${two.replace('four', 'four <img alt="">')}`, 'A\nB'],
    [
      'text beside what listens to itself',
      `${two.replace('four', '<b onclick="x()">four</b>')}`,
      'A\nB',
    ],
    [
      'parts of different places',
      `<blockquote>${two.replace('<p id="b"', '</blockquote><p id="b"')}`,
      'A\nB',
    ],
    [
      'what is no paragraph',
      '<span id="a">line one</span><br><span id="b" style="display:inline">three four</span>',
      'A\nB',
    ],
    ['a heading', '<h2 id="a">line one</h2><p id="b">three four</p>', 'A\nB'],
  ])('are not made of %s', (_, html, text) => expect(written(html, text)).toBeNull());

  test('that are put after a text part the one in which it ends', () => {
    expect(written(two, '\nA\n', 'insert')).toBe('<p id="b">three</p><p>A</p><p> four</p>');
    const whole = two.replace('three four', 'three');
    expect(written(whole, '\nA\nB', 'insert')).toBe('<p>A</p><p>B</p>');
  });
});
