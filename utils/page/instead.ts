import { attributeOf, contentOf, findIn, isElement, shownParentOf } from './pristine';

const mathSource = 'annotation[encoding="application/x-tex"]';
const note = /^\s*\[?\s*(\d{1,4}|[a-z]{1,2}|[*†‡§])\s*\]?\s*$/i;

/** What is written in the place of an element and all that is in it; null when it is read like any other. */
export function insteadOf(element: Element, name: string): string | null {
  switch (name) {
    case 'script':
      return attributeOf(element, 'type').startsWith('math/tex') ? tex(contentOf(element)) : '';
    case 'img':
      return pictured(element as HTMLImageElement);
    case 'math':
      return written(element);
    case 'sup':
      return noted(element);
    case 'div':
    case 'span':
      return typeset(element);
    default:
      return null;
  }
}

// Programs that set formulas keep the source beside what they have drawn, often twice.
function typeset(element: Element): string | null {
  const kind = attributeOf(element, 'class');
  if (kind === '') return null;
  if (/(^| )(katex|mwe-math-element)( |$)/.test(kind)) return written(element);
  if (!kind.startsWith('MathJax')) return null;
  const parent = shownParentOf(element);
  return parent && isElement(parent) && findIn(parent, 'script[type^="math/tex"]') ? '' : null;
}

function written(element: Element): string | null {
  const source = findIn(element, mathSource);
  return source && tex(contentOf(source));
}

function tex(source: string): string {
  return `$${source.trim()}$`;
}

function noted(element: Element): string | null {
  const [, name] = note.exec(contentOf(element)) ?? [];
  return name && findIn(element, 'a[href*="#"]') ? `[${name}]` : null;
}

/** An image's description, where it is content: not an icon, not decoration. */
function pictured(image: HTMLImageElement): string {
  const told = attributeOf(image, 'alt').trim();
  if (told === '' || attributeOf(image, 'role') === 'presentation') return '';
  if (told.startsWith('{\\displaystyle')) return tex(told);
  // An emoji that is drawn is a letter of the text.
  if (/^\p{Emoji_Presentation}/u.test(told)) return told;
  return image.width >= 48 && image.height >= 48 ? `[${told}]` : '';
}
