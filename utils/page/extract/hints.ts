/**
 * Words that authors give to parts of a page, in classes, ids and roles. They are English in pages of all languages.
 * Each line is one bit.
 */
const lines = [
  'nav navbar navigation menu submenu menubar dropdown megamenu tabs tablist',
  'breadcrumb breadcrumbs crumbs crumb pagination pager paging toc contents',
  'footer foot bottom copyright colophon legal contentinfo',
  'header head masthead topbar banner hero top',
  'sidebar aside side rail widget widgets complementary secondary',
  'related recommended recommendations recommend more similar popular trending latest next prev previous also recent readmore suggested',
  'teaser promo upsell carousel slider slide swiper slick featured cta spotlight',
  'share social sharing follow facebook twitter linkedin instagram whatsapp sns addtoany sharethis',
  'comment comments reply replies discussion disqus respond answer answers',
  'post posts message messages thread topic forum bbp postbody question conversation',
  'ad ads advert advertisement sponsored sponsor dfp adsense newsletter subscribe signup subscription optin',
  'cookie cookies consent gdpr modal popup overlay dialog toast alertdialog tooltip onetrust lightbox',
  'hidden sr visually screen offscreen skip hide visuallyhidden assistive',
  'content article body story main markdown prose rte wysiwyg richtext text entry',
  'description desc details detail summary about overview excerpt intro info information features',
  'meta byline author date time timestamp published dateline posted updated views',
  'tag tags category categories label badge topics keywords labels',
  'avatar bio profile user username member signature sig rank joined',
  'product price sku cart buy add wishlist shipping stock variant quantity checkout compare',
  'review reviews rating ratings stars testimonial testimonials',
  'spec specs specification specifications attributes properties params',
  'list listing results result items item card cards grid tile row collection feed archive',
  'form search login signin filter filters sort facet facets input searchbox register account contact',
  'title heading headline subtitle h1 h2 name',
  'toolbar button buttons action actions control controls btn tools print permalink edit vote votes',
  'caption credit figure image img gallery thumb thumbnail photo media video player',
  'code highlight pre snippet example api doc docs',
  'faq accordion question qa collapse tab panel tabpanel section',
  'language lang locale country region currency translate',
  'disclaimer notice alert warning note message error status',
] as const;

export const hintCount = lines.length;

const bits = new Map<string, number>();
for (const [index, line] of lines.entries()) {
  for (const word of line.split(' ')) bits.set(word, (bits.get(word) ?? 0) | (1 << index));
}

const known = new Map<string, number>();

/** The bits of all hints in names such as `post-footer relatedLinks`. */
export function hintsIn(names: string): number {
  if (names === '') return 0;
  const before = known.get(names);
  if (before !== undefined) return before;
  let found = 0;
  // Longer ones come from generators and say nothing.
  const words = names
    .slice(0, 300)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  for (const word of words.split(/[^a-z]+/)) found |= bits.get(word) ?? 0;
  if (known.size < 5000) known.set(names, found);
  return found;
}
