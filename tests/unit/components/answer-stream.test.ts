// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { renderInto } from '../../../components/answer/markdown.ts';
import { ATTRIBUTES, TAGS } from '../../../components/answer/view.ts';
import { filler } from '../../stand-in/filler.ts';
import { html } from '../answer-shown.ts';

vi.setConfig({ testTimeout: 30_000 });

const PIECES = [
  ...[
    '\n',
    '\n\n',
    ' ',
    '  ',
    '    ',
    '- ',
    '1. ',
    '> ',
    '# ',
    '```',
    '~~~',
    '| a | b |\n|---|--:|\n',
  ],
  ...[
    '**',
    '*',
    '_',
    '~~',
    '`',
    '[',
    '](',
    ')',
    'https://e.org',
    '![',
    '<br>',
    '<b>',
    '&amp;',
    '\\',
  ],
  ...[
    '[r]: https://e.org\n',
    '[r]',
    '---\n',
    '===\n',
    '| x | y |\n',
    '- [x] ',
    '\t',
    '\r\n',
    '\u202e',
  ],
  ...['word', 'some words', '漢字。', 'שלום', '7', 'javascript:x', '<!--', '"t"\n', '+ ', '\u0000'],
];

const markdown = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4, unit: 'grapheme' })), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(''));

test('an answer in any pieces ends like the same answer at once', () => {
  fc.assert(
    fc.property(markdown, fc.array(fc.nat({ max: 9 }), { maxLength: 60 }), (text, sizes) => {
      const pieces: string[] = [];
      let from = 0;
      for (const size of sizes) {
        pieces.push(text.slice(from, from + size));
        from += size;
      }
      expect(html(...pieces, text.slice(from))).toBe(html(text));
    }),
    { numRuns: 120 },
  );
});

test('at every moment there are only elements and attributes of the list', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const root = document.createElement('div');
      const rendering = renderInto(root);
      for (let end = 1; end <= text.length; end += 3) {
        rendering.update(text.slice(0, end));
        for (const node of root.querySelectorAll('*')) {
          expect(TAGS).toContain(node.localName);
          for (const name of node.getAttributeNames()) expect(ATTRIBUTES).toContain(name);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('what is settled is not touched again, and the end of the answer changes nothing', () => {
  const text = `${filler(2500)}\n\n${'- an item, **strong**\n'.repeat(30)}`;
  const root = document.createElement('div');
  const rendering = renderInto(root);
  const seen = new Map<Element, string>();
  for (let end = 7; end < text.length; end += 29) {
    rendering.update(text.slice(0, end));
    const last = root.lastElementChild?.lastElementChild;
    for (const block of root.querySelectorAll('.part > :not(:last-child)')) {
      if (block === last || !block.nextElementSibling) continue;
      expect(block.outerHTML).toBe(seen.get(block) ?? block.outerHTML);
      seen.set(block, block.outerHTML);
    }
  }
  rendering.update(text);
  const before = [...root.querySelectorAll('*')];
  rendering.update(text, { done: true });
  expect([...root.querySelectorAll('*')]).toEqual(before);
  expect([...seen.keys()].every((block) => root.contains(block))).toBe(true);
});

test('a text that is another one begins anew', () => {
  const root = document.createElement('div');
  const rendering = renderInto(root);
  rendering.update('# one\n\ntwo');
  rendering.update('three');
  expect(root.textContent).toBe('three');
});

test('more text may come after the end', () => {
  const root = document.createElement('div');
  const rendering = renderInto(root);
  rendering.update('- a\n- b', { done: true });
  rendering.update('- a\n- b\n- c');
  expect(root.querySelectorAll('li')).toHaveLength(3);
});

/** A space at the end of code in mid-stream may come with the next word. */
const settledSpaces = (root: HTMLElement) => root.innerHTML.replace(/ +</g, '<');

test('in mid-stream an answer looks as if it had come at once so far', () => {
  const text = `${filler(1200)}\n\nSteps:\n\n1. **One** two www.e.org and\n   more words\n2. [a](https://e.org) b`;
  const root = document.createElement('div');
  const rendering = renderInto(root);
  for (let end = 3; end < text.length; end += 11) {
    rendering.update(text.slice(0, end));
    const fresh = document.createElement('div');
    renderInto(fresh).update(text.slice(0, end));
    expect(settledSpaces(root)).toBe(settledSpaces(fresh));
  }
});
