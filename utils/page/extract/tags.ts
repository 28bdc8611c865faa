import { isElement, isText, nameOf, previousSiblingOf } from '../pristine';
import { isInLine } from '../runs-on';
import { tagHints } from './hints';

export interface Surrounding {
  /** Whether it must belong to the page, and not to a part of it. */
  readonly ofPage: boolean;
  /** What it must not have in it: then it is more than that, or a tag was never closed. */
  readonly without: string;
}

export interface Kind {
  readonly tag: string;
  /** Whether there may be another document in it. */
  readonly frame: boolean;
  /** Whether there is no text of this document in it. */
  readonly unread: boolean;
  /** Whether it runs with the text around it. By name and not by style: names are the same wherever the page is shown. */
  readonly inline: boolean;
  /** Whether what is in it is one text, which a script may have cut into boxes. */
  readonly line: boolean;
  /** What it takes to be around the main content, as its name says. */
  readonly around: Surrounding | null;
  /** Whether a header or footer in it is its own. */
  readonly part: boolean;
  /** How it is usually shown; null for what may be shown in any way. To ask the browser costs most of the time. */
  readonly display: string | null;
  /** Whether it may say of itself what it is. */
  readonly roled: boolean;
  /** Whether there is nothing in it. */
  readonly empty: boolean;
  /** Whether it may have a shadow root. */
  readonly host: boolean;
  /** A bit of `hints.ts`, or none. */
  readonly hint: number;
  /** Another one for each name. */
  readonly hash: number;
}

const unread =
  'script style noscript template svg iframe frame object embed canvas audio video select textarea input head datalist progress meter';
const inline =
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark math nobr q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr slot mi mo mn mrow msup msub mfrac semantics annotation';

/** As the standard lists them, but for names with a dash. */
const hosts = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(
    ' ',
  ),
);

const surroundings = new Map<string, Surrounding>([
  ['nav', { ofPage: false, without: 'main, h1' }],
  ['header', { ofPage: true, without: 'main, h1, h2, h3' }],
  ['footer', { ofPage: true, without: 'main, h1' }],
]);
const frames = new Set('iframe frame object embed'.split(' '));
const parts = new Set('article blockquote figure li td'.split(' '));

const empty = new Set('area br col hr img link meta source track wbr'.split(' '));

const changeable = new Set('a button label output slot span'.split(' '));

/** What ends a text where it is read, and runs with it where it is written. */
const passed = new Set('area map picture source'.split(' '));

const kinds = new Map<string, Kind>();
for (const tag of unread.split(' ')) kinds.set(tag, kindFor(tag, true, false));
for (const tag of inline.split(' ')) kinds.set(tag, kindFor(tag, false, true));

function kindFor(tag: string, isUnread: boolean, isInline: boolean): Kind {
  const display = usualOf(tag, isInline);
  return {
    tag,
    frame: frames.has(tag),
    unread: isUnread,
    inline: isInline,
    line: /^(?:h[1-6]|p)$/.test(tag),
    around: surroundings.get(tag) ?? null,
    part: parts.has(tag),
    display,
    roled: tag === 'div' || tag === 'span' || tag.includes('-'),
    empty: empty.has(tag),
    host: hosts.has(tag) || tag.includes('-'),
    hint: tagHints.get(tag) ?? 0,
    hash: Math.imul(kinds.size + 1, 0x9e3779b1),
  };
}

function usualOf(tag: string, isInline: boolean): string | null {
  if (tag === 'tr') return 'table-row';
  if (tag === 'td' || tag === 'th') return 'table-cell';
  if (changeable.has(tag) || tag.includes('-')) return null;
  return isInline || passed.has(tag) ? 'inline' : 'block';
}

const boxInLine = kindFor('div', false, true);

/**
 * The same of an element, where those of its name may be more than one; `inLine`: whether it is in a text that may be cut,
 * `behind`: whether it is behind one.
 */
export function kindIn(element: Element, tag: string, inLine: boolean, behind: boolean): Kind {
  if (tag !== 'div' || !(inLine || (behind && !isBesideBox(element)))) return kindOf(tag);
  const isPart = getComputedStyle(element).display.startsWith('inline') || isInLine(element);
  return isPart ? boxInLine : kindOf(tag);
}

/** As labels are that stand in a row, and are no sentence. */
function isBesideBox(element: Element): boolean {
  let before = previousSiblingOf(element);
  if (before && isText(before) && before.data.trim() === '') before = previousSiblingOf(before);
  return before !== null && isElement(before) && nameOf(before) === 'div';
}

export function kindOf(tag: string): Kind {
  const known = kinds.get(tag);
  if (known) return known;
  // The parts of a formula that MathJax has set.
  const kind = kindFor(tag, false, tag.startsWith('mjx-'));
  kinds.set(tag, kind);
  return kind;
}
