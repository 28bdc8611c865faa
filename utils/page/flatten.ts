/**
 * Elements in each other that a document keeps. Browsers keep as many, but look through all that is still open at each tag:
 * 100,000 that nobody closes take them minutes.
 */
const deepest = 512;

/** The markup without the tags of elements that lie deeper; their texts stay. */
export function flattened(html: string): string {
  const kept: string[] = [];
  const depth = newDepth();
  let from = 0;
  for (const tag of tagsIn(html)) {
    if (depth.after(tag) < deepest) continue;
    kept.push(html.slice(from, tag.start));
    from = tag.end;
  }
  return from === 0 ? html : kept.join('') + html.slice(from);
}

interface Tag {
  readonly name: string;
  readonly kind: 'start' | 'end' | 'empty';
  /** UTF-16 units; `end`: behind it. */
  readonly start: number;
  readonly end: number;
}

/** Nothing is in these, or the next of them ends the one before. */
const shallow = new Set(
  `area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr
  a body button caption colgroup dd dt head html li nobr optgroup option p rb rp rt rtc tbody td tfoot th thead tr`.split(
    /\s+/,
  ),
);

function newDepth() {
  const open: string[] = [];
  const counts = new Map<string, number>();
  const count = (name: string) => counts.get(name) ?? 0;
  const isDrawing = () => count('svg') + count('math') > 0;

  /** Ends what is in it as well. What is not open ends nothing. */
  function close(name: string): number {
    if (count(name) === 0) return 0;
    let last: string | undefined;
    do {
      last = open.pop();
      if (last !== undefined) counts.set(last, count(last) - 1);
    } while (last !== name);
    return open.length;
  }

  return {
    /** How many elements are around the one that a tag begins or ends; 0 where that is no matter. */
    after({ name, kind }: Tag): number {
      if (shallow.has(name) || (kind === 'empty' && isDrawing())) return 0;
      if (kind === 'end') return close(name);
      counts.set(name, count(name) + 1);
      return open.push(name) - 1;
    },
  };
}

/** What is in these is text, whatever it looks like. */
const raw = new Set('iframe noembed noframes script style textarea title xmp'.split(' '));

const opening = /<(\/?)([a-z][^\s/>]*)/iy;

/** Never looks at a piece twice: a page may be written so that each tag seems to go on to its end. */
function* tagsIn(html: string): Iterable<Tag> {
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    opening.lastIndex = at;
    const [all, slash, written = ''] = opening.exec(html) ?? [];
    if (all === undefined) {
      at = behindOther(html, at);
      continue;
    }
    const name = written.toLowerCase();
    const end = behindTag(html, at + all.length);
    if (name === 'plaintext') return;
    if (slash || !raw.has(name)) {
      const kind = slash ? 'end' : html.charAt(end - 2) === '/' ? 'empty' : 'start';
      yield { name, kind, start: at, end };
      at = end;
    } else at = behind(new RegExp(`</${name}[\\s/>]`, 'gi'), html, end);
  }
}

/** Behind a comment or a declaration, or a `<` that is none of these. */
function behindOther(html: string, at: number): number {
  if (html.startsWith('<!--', at)) return behind(/--!?>/g, html, at + 2);
  return /[!?/]/.test(html.charAt(at + 1)) ? behind(/>/g, html, at + 1) : at + 1;
}

/** A `>` in a value ends no tag. */
function behindTag(html: string, from: number): number {
  const border = />|=\s*(["'])/g;
  border.lastIndex = from;
  for (let found = border.exec(html); found; found = border.exec(html)) {
    const [, quote] = found;
    if (quote === undefined) return border.lastIndex;
    const end = html.indexOf(quote, border.lastIndex);
    if (end < 0) break;
    border.lastIndex = end + 1;
  }
  return html.length;
}

function behind(border: RegExp, html: string, from: number): number {
  border.lastIndex = from;
  return border.test(html) ? border.lastIndex : html.length;
}
