import { focusedIn, nameOf, shadowOf } from './pristine';

/** Where the focus is: the innermost document that can be read, and its focused element. */
export interface Focus {
  readonly document: Document;
  readonly element: Element | null;
  /** Address of a focused frame that cannot be read. */
  readonly frame: string | null;
}

/** Follows the focus through shadow roots and readable frames. */
export function findFocus(start: Document): Focus {
  let document = start;
  let element = focusedIn(document);
  for (;;) {
    const inner = element && shadowOf(element)?.activeElement;
    if (inner) {
      element = inner;
      continue;
    }
    if (!isFrame(element)) return { document, element, frame: null };
    const content = element.contentDocument;
    if (!content)
      return {
        document,
        element,
        frame: holdsText(element) ? element.src || 'about:srcdoc' : null,
      };
    document = content;
    element = focusedIn(document);
  }
}

function isFrame(element: Element | null): element is HTMLIFrameElement {
  return element !== null && /^i?frame$/.test(nameOf(element));
}

// Frames for logins and counters take the focus too; nobody can have selected anything in them.
function holdsText(frame: Element): boolean {
  const { width, height } = frame.getBoundingClientRect();
  return width >= 50 && height >= 20;
}
