// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { atOnce } from '../../../utils/core/steps';
import { extract } from '../../../utils/page/extract/extract';
import { captured, reset, selectAll, show } from '../page-support';

afterEach(reset);

const never = () => false;

const margin = 'style="margin-inline-start: 8px"';
const padding = 'style="display: inline-block; padding-inline-start: 3px; padding-inline-end: 3px"';

const setApart = [
  ['they are labels', `<p><a ${padding}>bug</a><a ${padding}>urgent</a></p>`, 'bug urgent'],
  ['one has a margin', `<p><b>Ann</b><i ${margin}>10:31</i></p>`, 'Ann 10:31'],
  ['one ends with a colon', `<p>Weight:<b ${margin}>12 kg</b></p>`, 'Weight: 12 kg'],
  ['it is what is around it', `<p>Ann<i ${margin}><b>10:31</b></i></p>`, 'Ann 10:31'],
  ['what follows is in brackets', `<h2>Origin<i ${margin}>[edit]</i></h2>`, '## Origin [edit]'],
  ['they are numbers in code', `<pre><i>1</i><b ${margin}>f(</b>x)</pre>`, '```\n1 f(x)\n```'],
  [
    'and not in words',
    `<p>light<code ${padding}>node</code>s, <b>in</b><i>side</i></p>`,
    'lightnodes, inside',
  ],
  ['and not before marks', `<p><a ${padding}>One</a>, <a ${padding}>two</a>.</p>`, 'One, two.'],
] as const;

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
    ['cells', `<table><tr><td><b ${block}>a</b><i ${block}>b</i></table>`, 'a\nb'],
  ])('are on lines of their own where %s are displayed so', (_, html, text) => {
    expect(visible(`<div>${html}</div>`)).toBe(text);
  });

  test.each([
    ['parts of a word', '<b>Un</b>like <i>this</i>s', 'Unlike thiss'],
    ['parted by a line break', `<b ${block}>a</b><br><b ${block}>b</b>`, 'a\nb'],
    ['a letter that floats', `<b ${floating}>O</b>nce upon a time`, 'Once upon a time'],
    [
      'such a letter whose name tells nothing',
      `<p><span ${floating}>O</span>nce upon a time</p>`,
      'Once upon a time',
    ],
  ])('stay together where they are %s', (_, html, text) => {
    expect(visible(`<div>${html}</div>`)).toBe(text);
  });
});

describe('words that a space parts', () => {
  test.each([
    [
      'beside elements that a page has named',
      '<p>Ann wrote <x-time>today</x-time> <b>by</b> hand</p>',
      'Ann wrote today by hand',
    ],
    ['between two of them', '<p><x-tag>one</x-tag> <x-tag>two</x-tag></p>', 'one two'],
    ['and a comment', '<div><x-count>12</x-count><!----> <b>points</b></div>', '12 points'],
    [
      'in the next line of the source',
      '<div><x-tag>one</x-tag>\n  <x-tag>two</x-tag></div>',
      'one two',
    ],
  ])('stay parted %s', (_, html, text) => {
    expect(visible(html)).toBe(text);
  });

  test('touch where there is none', () => {
    expect(visible('<p><x-a>un</x-a><x-a>like</x-a><x-a>ly</x-a></p>')).toBe('unlikely');
  });
});

describe('words that touch in the source', () => {
  test.each(setApart)('are apart where %s', (_, html, text) => {
    expect(visible(html)).toBe(text);
    selectAll();
    expect(captured()).toBe(`selection: ${text}`);
  });

  test('are together where they are a part of a program', () => {
    expect(visible(`<pre><i>f</i><b ${margin}>(x)</b></pre>`)).toBe('```\nf(x)\n```');
  });
});

describe('white space that is kept', () => {
  const chapters = '<a>0:00</a> Intro\n<a>1:15</a> The river\n<a>2:30</a>\n\n<a>End</a>\n';

  test.each([
    [
      'between links',
      `<div style="white-space: pre-wrap">${chapters}</div><p>Next</p>`,
      '0:00 Intro\n1:15 The river\n2:30\n\nEnd\n\nNext',
    ],
    [
      'in code without a block of it',
      `<div style="white-space: pre"><code style="white-space: pre"><span>def</span> f(x):\n    <span>if</span> x:\n        <span>return</span> 1</code></div>`,
      'def f(x):\n    if x:\n        return 1',
    ],
    [
      'at the start of a line of code',
      ['<span>def</span> f():', '    <span>return</span> 1', '    pass', '\t<i>end</i>']
        .map((line) => `<div style="white-space: pre">${line}</div>`)
        .join(''),
      'def f():\n    return 1\n    pass\n\tend',
    ],
    [
      'of line breaks alone',
      '<div style="white-space: pre-line">Name:    <b>Ada</b>\n        Role:    engineer\n        Since 1842</div>',
      'Name: Ada\nRole: engineer\nSince 1842',
    ],
    [
      'before what ends a text where it is read',
      `<div style="white-space: pre-wrap"><b>One</b> <img alt="😀">,\n\n<img alt="🚣">two\n<x-tag>three</x-tag></div>`,
      'One 😀,\n\n🚣two\nthree',
    ],
  ])('is there %s', (_, html, text) => expect(visible(html)).toBe(text));

  test('is no line where nothing keeps it', () => {
    expect(visible(`<div>\n  ${chapters}</div>  <p>  <b>Next</b>  </p>`)).toBe(
      '0:00 Intro 1:15 The river 2:30 End\n\nNext',
    );
  });

  test('before something else is nothing', () => {
    expect(visible('<div style="white-space: pre">    <p>One</p>    </div><p>Two</p>')).toBe(
      'One\n\nTwo',
    );
  });
});

describe('a picture', () => {
  test.each([
    ['in a sentence parts words', 'Press the <img> button', 'Press the button'],
    ['between words parts them', '<b>One</b><img> <i>two</i><img>three', 'One two three'],
    ['with its sources, too', 'a<picture><source><img></picture>b', 'a b'],
    ['that is a box parts lines', 'One<img style="display: block">two', 'One\ntwo'],
    ['that is high parts lines', 'One<img height="200">two', 'One\ntwo'],
    ['that nobody sees parts nothing', 'One <img style="display: none">two', 'One two'],
    ['at the start is nothing', '<img>One', 'One'],
  ])('%s', (_, html, text) => {
    expect(visible(`<div><p>${html}</p><p>Next</p></div>`)).toBe(`${text}\n\nNext`);
  });

  test('and a field are in the sentence, and a line is not', () => {
    expect(visible('<p>In all <output>5</output> of <map>them</map>.<hr>Yes.</p>')).toBe(
      'In all 5 of them.\n\nYes.',
    );
  });
});
