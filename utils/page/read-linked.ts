import { capturePage } from './capture-main';
import type { Captured } from './captured';
import { closed } from './close-empty';
import { flattened } from './flatten';
import { allOf, attributeOf, takeOut } from './pristine';

/** What a linked page holds. */
export interface Parsed {
  /** Its address says nothing: a parsed document has none. */
  readonly captured: Captured;
  readonly asksPassword: boolean;
  /** Whether scripts might have brought more of it. */
  readonly hasScripts: boolean;
}

/** ms: nobody waits for a page of ours while it reads. */
const timeLimit = 4000;

/** The browser's parser that makes neither scripts nor requests: https://wicg.github.io/sanitizer-api/ */
interface SafeParser {
  parseHTML(html: string, options: { readonly sanitizer: object }): Document;
}

declare const Document: typeof globalThis.Document & SafeParser;

/**
 * Reads a page that is not shown anywhere: it is parsed into a document that is never laid out, runs no script and
 * loads nothing. What would be hidden is known of its attributes alone.
 */
export async function readLinked(html: string): Promise<Parsed> {
  // Everything but what is unsafe; what is left out otherwise depends on the browser.
  const markup = flattened(withoutNoscript(closed(html)));
  const parsed = Document.parseHTML(markup, { sanitizer: {} });
  for (const each of [...allOf(parsed, hidden)]) takeOut(each);
  for (const each of [...allOf(parsed, '[style]')])
    if (unseen.test(attributeOf(each, 'style'))) takeOut(each);
  const fields = [...allOf(parsed, 'input[type=password]')];
  const asksPassword = fields.some((field) => !field.closest(beside));
  const [head] = allOf(parsed, 'head');
  head?.append(...kindsIn(html).map(metaOf));
  return {
    captured: await capturePage(parsed, false, timeLimit),
    asksPassword,
    hasScripts: /<script\b/i.test(html),
  };
}

/** What is there for browsers without scripts or frames nobody sees; in a head it would be the beginning of the page. */
function withoutNoscript(html: string): string {
  return html.replace(/<(\/?)no(?:script|frames)\b/gi, '<$1template');
}

/** Where a page has a way to sign in, and is about something else. */
const beside = `header, footer, nav, aside, [aria-hidden=true],
  [role=banner], [role=contentinfo], [role=navigation], [role=complementary]`;

/** What opens where it is searched for is read, as it is in a page that is shown. */
const hidden = '[hidden]:not([hidden="until-found" i]), dialog:not([open])';
const unseen =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|-webkit-text-security\s*:\s*(?!none)\w)/i;

const data = /<script[^>]{1,300}\bapplication\/ld\+json\b[^>]{0,300}>/gi;
const type = /"@type"\s*:\s*\[?\s*"(\w{1,40})"/g;
/** UTF-16 units; larger ones are catalogues. */
const longest = 200_000;
const most = 50;

/** What a page says that it is in its scripts of data, which the parser drops with all others. */
function kindsIn(html: string): readonly string[] {
  const found = new Set<string>();
  data.lastIndex = 0;
  for (let open = data.exec(html); open && found.size < most; open = data.exec(html)) {
    const end = html.indexOf('</', data.lastIndex);
    if (end < 0) break;
    const json = html.slice(data.lastIndex, Math.min(end, data.lastIndex + longest));
    for (const [, kind = ''] of json.matchAll(type)) found.add(kind);
    data.lastIndex = end;
  }
  return [...found].slice(0, most);
}

function metaOf(kind: string): Element {
  const meta = document.createElement('meta');
  meta.setAttribute('property', 'og:type');
  meta.setAttribute('content', kind);
  return meta;
}
