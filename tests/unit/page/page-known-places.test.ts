// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { atOnce } from '../../../utils/core/steps';
import { captureSelection } from '../../../utils/page/capture-document';
import { among, within } from '../../../utils/page/known-places';
import { spotsOf } from '../../../utils/page/places';
import { reset, show } from '../page-support';

afterEach(reset);

const field = (id: string) => document.getElementById(id) as HTMLTextAreaElement;

/** The mark of a capture in which units of `#a` are selected. */
function marked(start: number, end: number): number | undefined {
  field('a').focus();
  field('a').setSelectionRange(start, end);
  const captured = atOnce(captureSelection(document));
  return captured.kind === 'nothing' ? undefined : captured.mark;
}

const placesOf = (text: string, mark: number | undefined) =>
  among(spotsOf(document, text), mark).map((spot) =>
    spot.kind === 'field' ? `${spot.field.id} ${spot.start}` : '',
  );

describe('what was selected in a field is known again', () => {
  test.each([
    ['as it stood', 'the cat sat', ['a 4']],
    ['with more behind it', 'the cat sat down', ['a 4']],
    ['with more before it', 'so the cat sat', ['a 7']],
    ['but not where it is another word by now', 'the bird sat', []],
    ['nor as a part of one', 'to concatenate', []],
    ['nor elsewhere in the field', 'the bird saw a cat there', []],
    ['of several that are the same', 'my cat: the cat sat', ['a 12']],
    ['and of several others none is preferred', 'my cat, your cat', ['a 3', 'a 13']],
  ])('%s', (_, later, places) => {
    show('<textarea id="a">the cat sat</textarea><textarea id="b">the cat sat</textarea>');
    const mark = marked(4, 7);
    field('a').value = later;
    expect(placesOf('cat', mark)).toEqual(places);
  });

  test('in a field that the page has made anew, by what stands around it', () => {
    show('<textarea id="a">the cat sat</textarea>');
    const mark = marked(4, 7);
    show('<textarea id="c">the cat sat</textarea><input id="d" value="concatenate">');
    expect(placesOf('cat', mark)).toEqual(['c 4']);
  });

  test('and without a mark that the page knows, it may be anywhere', () => {
    show('<textarea id="a">the cat sat</textarea><input id="b" value="concatenate">');
    for (const mark of [undefined, -1])
      expect(placesOf('cat', mark)).toEqual(['b 3', 'a 4'].sort());
  });

  test('what is selected now counts where it is the same field, whatever is around it', () => {
    show('<textarea id="a">the cat sat</textarea><textarea id="b">the cat sat</textarea>');
    const mark = marked(4, 7);
    field('a').value = 'a cat!';
    const [here, there] = spotsOf(document, 'cat');
    expect(here && within([here], mark)).toEqual([here]);
    expect(there && within([there], mark)).toEqual([]);
  });
});

test('what was selected in an editor is known again', () => {
  show('<div id="a" contenteditable="true">the cat sat</div><input id="b" value="cat">');
  const text = document.getElementById('a')?.firstChild as Text;
  getSelection()?.setBaseAndExtent(text, 4, text, 7);
  const captured = atOnce(captureSelection(document));
  const mark = captured.kind === 'nothing' ? undefined : captured.mark;
  expect(among(spotsOf(document, 'cat'), mark).map(({ kind }) => kind)).toEqual(['rich']);
  text.data = 'the bird sat';
  expect(among(spotsOf(document, 'cat'), mark)).toEqual([]);
});
