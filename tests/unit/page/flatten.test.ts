import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flattened } from '../../../utils/page/flatten';

const deep = 512;

describe('markup of a linked page', () => {
  test.each([
    [
      'a page',
      '<!doctype html><html><body><div class="a > b"><p>One<p>Two<br></div></body></html>',
    ],
    ['lists whose items nobody closes', `<ul>${'<li>One<p>Two'.repeat(2000)}</ul>`],
    ['tables whose cells nobody closes', `<table>${'<tr><td>One'.repeat(2000)}</table>`],
    ['elements that hold nothing', '<br><img src=a><hr><input>'.repeat(2000)],
    ['many in a row', '<div><b>One</b></div>'.repeat(2000)],
    ['many that their parents close', '<div><b>One</div>'.repeat(2000)],
    ['a drawing', `<svg>${'<path d="M0"/>'.repeat(2000)}</svg>`],
    ['what only looks like elements', `<script>${'"<div>"'.repeat(2000)}</script><p>One`],
    ['a comment', `<!-- ${'<div>'.repeat(2000)} --><p>One`],
    ['a value', `<p title='${'<div>'.repeat(2000)}'>One`],
    ['no element', `a < b, ${'<3 '.repeat(2000)}`],
  ])('stays as it is: %s', (_, html) => expect(flattened(html)).toBe(html));

  test('loses the tags that lie deeper than browsers go, and no text', () => {
    const html = `${'<div>One '.repeat(deep + 3)}Two${'</div>'.repeat(deep + 3)}<p>Three`;
    expect(flattened(html)).toBe(
      `${'<div>One '.repeat(deep)}One One One Two${'</div>'.repeat(deep)}<p>Three`,
    );
  });

  test('is not fooled by ends of what was never open', () => {
    expect(flattened('<div></b>'.repeat(5000))).toBe(
      `${'<div></b>'.repeat(deep)}${'</b>'.repeat(5000 - deep)}`,
    );
  });

  // What took time by the square of it would take minutes, more than a test has.
  test.each(['<div', '<!--', '<a b="', "<a b='", '<script>', '<title>', '</', '<a =', '<p a="b>"'])(
    'is read in one go, though each part of it seems to go on to its end: %s',
    (part) => {
      const html = part.repeat(300_000);
      expect(flattened(html)).toBe(html);
    },
  );

  test('keeps its texts, whatever is in it', () => {
    const pieces = [
      '<div>',
      '</div>',
      '<b>',
      '</b>',
      '<p>',
      '</svg>',
      '<svg>',
      '<g/>',
      'word',
      ' ',
      '<',
    ];
    const piece = fc.constantFrom(...pieces);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (some) => {
        const html = '<i>'.repeat(500) + some.join('');
        const textOf = (of: string) => of.replace(/<\/?[a-z]+\/?>/g, '');
        expect(textOf(flattened(html))).toBe(textOf(html));
      }),
    );
  });
});
