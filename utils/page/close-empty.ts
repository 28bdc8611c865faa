const isXml = /^[^<]{0,9}(?:<[?!][^>]{0,300}>\s*){0,9}<html\b[^>]{0,300}\bxmlns\b/i;
const empty =
  /<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)([a-z][\w:.-]*)(\s[^<>]*)?\/>/gi;

/** A page that is written as XML, with an end for its empty elements: for a reader of HTML `<script/>` is the beginning of one. */
export function closed(html: string): string {
  if (!isXml.test(html)) return html;
  return html.replace(empty, (_, name: string, rest = '') => `<${name}${rest}></${name}>`);
}
