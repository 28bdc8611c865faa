import { describe, expect, test } from 'vitest';
import { findFocus } from '../../utils/page/focus';

interface Box {
  readonly width: number;
  readonly height: number;
}

// Happy-dom gives frames neither boxes nor foreign documents.
function frame(src: string, box: Box, content: Document | null = null): Element {
  return {
    localName: 'iframe',
    src,
    contentDocument: content,
    getBoundingClientRect: () => box,
  } as unknown as Element;
}

function documentWith(activeElement: Element | null): Document {
  return { activeElement } as unknown as Document;
}

const large = { width: 300, height: 150 };

describe('the focus', () => {
  test('is in the document', () => {
    const field = { localName: 'input' } as Element;
    const document = documentWith(field);
    expect(findFocus(document)).toEqual({ document, element: field, frame: null });
  });

  test('is in a frame that can be read, however deep', () => {
    const field = { localName: 'textarea' } as Element;
    const innermost = documentWith(field);
    const middle = documentWith(frame('', large, innermost));
    expect(findFocus(documentWith(frame('', large, middle)))).toEqual({
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
    expect(findFocus(documentWith(frame(src, box))).frame).toBe(expected);
  });

  test('may be nowhere', () => {
    expect(findFocus(documentWith(null))).toMatchObject({ element: null, frame: null });
  });
});
