import { allOf, childNodesOf, nameOf, nodeTypeOf, startOf } from './pristine';

/** XML that no browser draws. */
const xml = /^(?:text|application)\/(?:(?!xhtml\b)[\w.-]+\+)?xml$/;
/** Chromium puts its viewer in the place of such a document, and the document in here. */
const put = '#webkit-xml-viewer-source-xml';

/**
 * The source of an XML document, which browsers show as a tree: a feed, a sitemap. Null for any other, and where it has a
 * style.
 */
export function xmlSource(document: Document): string | null {
  if (!xml.test(document.contentType)) return null;
  const [holder] = allOf(document, put);
  if (!holder && nameOf(startOf(document)) === 'body') return null;
  const nodes = [...childNodesOf(holder ?? document)];
  if (nodes.some(isStyle)) return null;
  const writer = new XMLSerializer();
  return nodes.map((node) => writer.serializeToString(node)).join('\n');
}

function isStyle(node: Node): boolean {
  return nodeTypeOf(node) === 7 && (node as ProcessingInstruction).target === 'xml-stylesheet';
}
