// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { findFocus } from '../../../utils/page/focus';
import { reset, show } from '../page-support';

afterEach(reset);

interface Box {
  readonly width: number;
  readonly height: number;
}

const large = { width: 300, height: 150 };

/** A document with the focus on a frame. Happy-dom gives frames neither boxes nor foreign documents, and would load an `iframe`. */
function frame(src: string, box: Box, content: Document | null = null): Document {
  const owner = document.implementation.createHTMLDocument();
  const element = owner.createElement('frame');
  const known = { src, contentDocument: content, getBoundingClientRect: () => box };
  for (const [key, value] of Object.entries(known)) Object.defineProperty(element, key, { value });
  focus(owner, element);
  return owner;
}

function focus(owner: Document, element: Element): void {
  owner.body.append(element);
  (element as HTMLElement).tabIndex = 0;
  (element as HTMLElement).focus();
}

describe('the focus', () => {
  test('is in the document', () => {
    show('<input id="a">');
    const field = document.getElementById('a') as HTMLElement;
    field.focus();
    expect(findFocus(document)).toEqual({ document, element: field, frame: null });
  });

  test('is in a frame that can be read, however deep', () => {
    const innermost = document.implementation.createHTMLDocument();
    const field = innermost.createElement('textarea');
    focus(innermost, field);
    const middle = frame('', large, innermost);
    expect(findFocus(frame('', large, middle))).toEqual({
      document: innermost,
      element: field,
      frame: null,
    });
  });

  test.each<[string, string, Box, string | null]>([
    ['a frame of text', 'https://a.example/', large, 'https://a.example/'],
    ['a frame without an address', '', large, 'about:srcdoc'],
    ['a frame that nobody sees', 'https://a.example/', { width: 1, height: 1 }, null],
    ['a frame without height', 'https://a.example/', { width: 300, height: 0 }, null],
  ])('may be in %s that cannot be read', (_, src, box, expected) => {
    expect(findFocus(frame(src, box)).frame).toBe(expected);
  });

  test('may be on nothing', () => {
    expect(findFocus(document)).toMatchObject({ element: document.body, frame: null });
  });
});
