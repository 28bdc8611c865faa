// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { editingHost } from '../../../utils/page/editable';
import { spotsOf } from '../../../utils/page/places';

const shown = (text: string) =>
  spotsOf(document, text).map((spot) =>
    spot.kind === 'field'
      ? `${spot.field.id} ${spot.start}-${spot.end}`
      : `${spot.host.id} ${JSON.stringify(spot.range.toString())}`,
  );

describe('a text that is looked for', () => {
  beforeEach(() => document.body.replaceChildren());
  test.each<[string, string, string, string[]]>([
    ['in a text area', '<textarea id="a">one two</textarea>', 'two', ['a 4-7']],
    ['in a field', '<input id="a" value="one two">', 'one', ['a 0-3']],
    ['twice in one', '<textarea id="a">to to</textarea>', 'to', ['a 0-2', 'a 3-5']],
    ['not in what is outside', '<p>two</p><textarea id="a">one</textarea>', 'two', []],
    [
      'not in what nobody can type into',
      '<textarea readonly>two</textarea><input disabled value="two">',
      'two',
      [],
    ],
    ['not in a password', '<input type="password" value="two">', 'two', []],
    [
      'in an editor, whatever its white space',
      '<div id="e" contenteditable><p>one two</p><p>three</p></div>',
      'two\n\nthree',
      ['e "twothree"'],
    ],
    [
      'over elements of an editor',
      '<div id="e" contenteditable="true">o<b>n</b>e <i>two</i></div>',
      'one two',
      ['e "one two"'],
    ],
    [
      'beginning after white space',
      '<div id="e" contenteditable="true"> a  one</div>',
      'one',
      ['e "one"'],
    ],
    [
      'once in editors within editors',
      '<div id="e" contenteditable="true">one<p contenteditable="true">two</p></div>',
      'two',
      ['e "two"'],
    ],
    [
      'in two places',
      '<div id="e" contenteditable="true">one</div><textarea id="a">one</textarea>',
      'one',
      ['a 0-3', 'e "one"'],
    ],
    ['nothing at all', '<div id="e" contenteditable="true">one</div>', ' ', []],
  ])('is found %s', (_, body, text, expected) => {
    document.body.innerHTML = body;
    expect(shown(text)).toEqual(expected);
  });

  // To look at all of the text for each of its places took a browser a minute and a half.
  test.each([
    ['an editor', (text: string) => `<div contenteditable="true">${text}</div>`],
    ['a text area', (text: string) => `<textarea>${text}</textarea>`],
  ])('as a short word in a long text is found in %s in no time', (_, holding) => {
    document.body.innerHTML = holding('Then the other day we went there. '.repeat(3000));
    const spots = spotsOf(document, 'the');
    expect(spots).toHaveLength(9000);
    expect(spots.at(-1)?.around).toEqual(['therdaywewentthere.Thentheotherdaywewent', 're.']);
  });
});

test.each([
  ['<div id="e" contenteditable><b id="x">a</b></div>', 'e'],
  ['<div id="e" contenteditable="TRUE"><b id="x">a</b></div>', 'e'],
  ['<div id="e" contenteditable="plaintext-only" ><b id="x">a</b></div>', 'e'],
  ['<div contenteditable="true"><p contenteditable="false"><b id="x">a</b></p></div>', undefined],
  [
    '<div contenteditable="true"><p contenteditable="false"><i id="e" contenteditable="true"><b id="x">a</b></i></p></div>',
    'e',
  ],
  ['<div contenteditable="inherit"><b id="x">a</b></div>', undefined],
])('what is edited together with it in %s', (body, expected) => {
  document.body.innerHTML = body;
  expect(editingHost(document.getElementById('x'))?.id).toBe(expected);
});
