import { allOf, attributeOf, textOf } from '../pristine';

const metas = 'meta[property="og:type"], script[type="application/ld+json"]';
const declared = /"@type"\s*:\s*\[?\s*"\w{1,40}"/g;
/** Larger ones are catalogues. */
const longest = 200_000;

/** What a page says that it is, in its metadata: `article`, `Product`, `DiscussionForumPosting`, … */
export function kindsOf(document: Document): readonly string[] {
  const kinds: string[] = [];
  for (const element of allOf(document, metas)) {
    const content = attributeOf(element, 'content');
    if (content) kinds.push(content.toLowerCase().slice(0, 40));
    for (const found of textOf(element).slice(0, longest).match(declared) ?? []) {
      const kind = found.slice(found.lastIndexOf('"', found.length - 2) + 1, -1);
      if (!kinds.includes(kind)) kinds.push(kind);
    }
    if (kinds.length > 50) break;
  }
  return kinds;
}
