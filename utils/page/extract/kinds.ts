import { allOf } from '../pristine';

const metas = 'meta[property="og:type"], script[type="application/ld+json"]';
/** Larger ones are catalogues. */
const longest = 200_000;

/** What a page says that it is, in its metadata: `article`, `Product`, `DiscussionForumPosting`, … */
export function kindsOf(document: Document): readonly string[] {
  const kinds: string[] = [];
  for (const element of allOf(document, metas)) {
    const content = element.getAttribute('content');
    if (content) kinds.push(content.toLowerCase().slice(0, 40));
    const data = element.textContent?.slice(0, longest) ?? '';
    for (const [, type] of data.matchAll(/"@type"\s*:\s*\[?\s*"(\w{1,40})"/g)) {
      if (type && !kinds.includes(type)) kinds.push(type);
    }
    if (kinds.length > 50) break;
  }
  return kinds;
}
