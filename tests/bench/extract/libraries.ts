import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';

const breaking =
  /^(address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;

/** The text of a library's HTML, with breaks where blocks end. */
function textOf(html: string): string {
  const parts: string[] = [];
  const visit = (node: Node) => {
    if (node.nodeType === 3) parts.push((node as Text).data);
    if (node.nodeType !== 1 || /^(script|style|noscript|template)$/i.test(node.nodeName)) return;
    const isBlock = breaking.test(node.nodeName.toLowerCase());
    if (isBlock) parts.push('\n');
    for (const child of node.childNodes) visit(child);
    if (isBlock) parts.push('\n');
  };
  visit(new DOMParser().parseFromString(html, 'text/html').body);
  return parts.join('');
}

/** What is compared; each takes the live document and gives text. */
export const libraries = {
  innerText: () => document.body?.innerText ?? '',
  mainInnerText: () =>
    (document.querySelector<HTMLElement>('main, [role=main], article') ?? document.body)
      ?.innerText ?? '',
  Readability: () => {
    const clone = document.cloneNode(true) as Document;
    const article = new Readability(clone).parse();
    return () => textOf(article?.content ?? '');
  },
  Defuddle: () => {
    const result = new Defuddle(document, { url: document.URL }).parse();
    return () => textOf(result.content);
  },
} satisfies Record<string, () => string | (() => string)>;
