/**
 * Words that authors give to parts of a page, in classes, ids and roles. They are English in pages of all languages.
 * Each line is one bit.
 */
const lines = [
  'nav navbar navigation menu submenu menubar dropdown megamenu tabs tablist',
  'footer foot bottom copyright colophon legal contentinfo',
  'header head masthead topbar banner hero top',
  'sidebar aside side rail widget widgets complementary secondary',
  'related recommended recommendations recommend more similar popular trending latest next prev previous also recent readmore suggested',
  'share social sharing follow facebook twitter linkedin instagram whatsapp sns addtoany sharethis',
  'comment comments reply replies discussion disqus respond answer answers',
  'post posts message messages thread topic forum bbp postbody question conversation',
  'cookie cookies consent gdpr modal popup overlay dialog toast alertdialog tooltip onetrust lightbox',
  'hidden sr visually screen offscreen skip hide visuallyhidden assistive',
  'content article body story main markdown prose rte wysiwyg richtext text entry',
  'product price sku cart buy add wishlist shipping stock variant quantity checkout compare',
  'review reviews rating ratings stars testimonial testimonials',
  'form search login signin filter filters sort facet facets input searchbox register account contact',
  'toolbar button buttons action actions control controls btn tools print permalink edit vote votes',
] as const;

/** Longer names come from generators and say nothing. */
const longest = 200;

/** Elements that say themselves what they are: a bit each, after those of the words. */
export const tagHints: ReadonlyMap<string, number> = new Map(
  'nav footer main article section p li'
    .split(' ')
    .map((tag, at) => [tag, 1 << (lines.length + at)]),
);

export const hintCount = lines.length + tagHints.size;

const bits = new Map<string, number>();
for (const [index, line] of lines.entries()) {
  for (const word of line.split(' ')) bits.set(word, (bits.get(word) ?? 0) | (1 << index));
}

/** Words end where a capital follows a small letter, too. */
const words = /[A-Z]*[a-z]+|[A-Z]+/g;

/** The bits of all hints in names such as `post-footer relatedLinks`. */
export function hintsIn(names: string): number {
  const found = names.slice(0, longest).match(words);
  let all = 0;
  if (found) for (const word of found) all |= bits.get(word.toLowerCase()) ?? 0;
  return all;
}

/** The same for names that begin with the same word: numbers and states follow. */
export function nameIn(names: string): number {
  let hash = 7;
  let begun = false;
  for (let at = 0; at < names.length; at += 1) {
    const lower = names.charCodeAt(at) | 32;
    const isName: boolean = (lower >= 97 && lower <= 122) || (begun && lower === 45);
    if (isName) hash = Math.imul(hash ^ names.charCodeAt(at), 0x01000193);
    else if (begun) break;
    begun ||= isName;
  }
  return hash;
}
