import { renderInto } from './markdown.ts';
import { ATTRIBUTES } from './view.ts';

/** An answer as other programs take it. */
export interface Forms {
  readonly plain: string;
  readonly html: string;
}

/** The forms of a Markdown text, made from the elements that an answer is shown in. */
export function formsOf(markdown: string): Forms {
  const root = document.createElement('div');
  renderInto(root).update(markdown, { done: true });
  // Where a link goes is told to a reader only.
  for (const note of root.querySelectorAll('span.host')) note.remove();
  return { plain: plainOf(root), html: htmlOf(root) };
}

/** An answer with marks only if the text before had some: an editor shows a bold word, not its stars. */
export function inTheMannerOf(before: string, answer: string): string {
  const bare = (text: string) => text.replace(/\s+/g, '');
  const isMarked = bare(formsOf(before).plain) !== bare(before);
  return isMarked ? answer : formsOf(answer).plain;
}

const blockTags = new Set(
  'p h3 h4 h5 h6 ul ol li blockquote pre hr div table thead tbody tr'.split(' '),
);

/** Text as a letter would have it: paragraphs, and lists with their signs. */
function plainOf(element: Element): string {
  switch (element.localName) {
    case 'pre':
      return (element.textContent ?? '').replace(/\n$/, '');
    case 'ul':
    case 'ol':
      return itemsOf(element).join('\n');
    case 'table':
      return [...element.querySelectorAll('tr')].map(rowOf).join('\n');
    case 'hr':
      return '';
    case 'li':
      return partsOf(element).join('\n');
    default:
      return partsOf(element).join('\n\n');
  }
}

function itemsOf(list: Element): readonly string[] {
  const first = Number(list.getAttribute('start') ?? 1);
  return [...list.children].map((item, at) => {
    const sign = list.localName === 'ol' ? `${first + at}.` : '•';
    return `${sign} ${plainOf(item).replace(/\n/g, '\n  ')}`;
  });
}

function rowOf(row: Element): string {
  return [...row.children].map((cell) => cell.textContent ?? '').join('\t');
}

/** Blocks, and what runs between them. */
function partsOf(element: Element): readonly string[] {
  const parts: string[] = [];
  let running = '';
  const flush = () => {
    if (running.trim() !== '') parts.push(running.trim());
    running = '';
  };
  for (const node of element.childNodes) {
    if (!(node instanceof Element) || !blockTags.has(node.localName)) {
      running += node instanceof Element ? runningOf(node) : (node.textContent ?? '');
      continue;
    }
    flush();
    const text = plainOf(node);
    if (text !== '') parts.push(text);
  }
  flush();
  return parts;
}

function runningOf(element: Element): string {
  if (element.localName === 'br') return '\n';
  const inner = [...element.childNodes];
  return inner
    .map((node) => (node instanceof Element ? runningOf(node) : (node.textContent ?? '')))
    .join('');
}

const kept = new Set<string>(['href', 'start']);
const ours = ATTRIBUTES.filter((name) => !kept.has(name));

/** The same elements without what they are only shown by. */
function htmlOf(root: Element): string {
  const copy = root.cloneNode(true) as Element;
  for (const element of copy.querySelectorAll('*')) {
    for (const name of ours) element.removeAttribute(name);
  }
  const writer = new XMLSerializer();
  const blocks = [...copy.querySelectorAll(':scope > div')].flatMap((box) => [...box.children]);
  const all = blocks.length > 0 ? blocks : [...copy.children];
  return all
    .map((block) => writer.serializeToString(block))
    .join('\n')
    .replaceAll(' xmlns="http://www.w3.org/1999/xhtml"', '');
}
