import { beginsWord } from './letters';
import {
  attributeOf,
  contentOf,
  findIn,
  isElement,
  isText,
  lastChildOf,
  nameOf,
  nextSiblingOf,
  previousSiblingOf,
  shownParentOf,
} from './pristine';
import { firstTextOf } from './runs-on';

/** One name of a footnote, or several. */
const note = /^\[?((?:\d{1,4}|[a-z]{1,2}|[*†‡§])(?:\s?[,;–-]\s?(?:\d{1,4}|[a-z]|[*†‡§]))*)\]?$/i;
const plain = /^(?:[+−–-]?\d{1,4}[+−–-]?|\d{1,4}(?:\s?[,;/–-]\s?\d{1,4})+|[a-z](?:,\s?[a-z])+)$/;
const terms = /^[+−–-]?(?:\d{0,4}\p{L}|\d{1,4})(?:\s?[+−–*·/-]\s?(?:\d{0,4}\p{L}|\d{1,4}))*$/u;
/** A word or terms, with a letter in it. */
const index = /^(?=.*\p{L})[\p{L}\d\s+−–·,-]{1,9}$/u;
/** What ends numbers and names in some languages: nº, 2ᵉ, Mʳ. */
const ending = /^[aeor]$/;
/** What can have a power, or an index: a number, a letter by itself, a bracket. */
const base = /(?:\d|(?<!\p{L})\p{L}|\))$/u;

/** A footnote or a power: both would be read as a part of what is before them. */
export function raised(element: Element): string | null {
  const content = contentOf(element).trim();
  const [, name] = note.exec(content) ?? [];
  if (name && (findIn(element, inPage) || isLink(shownParentOf(element))))
    return `[${name}]${gapBehind(element)}`;
  if (/^\d\d$/.test(content) && isInPrice(element))
    return /[.,]$/.test(endBefore(element)) ? content : `.${content}`;
  // Of a fraction: after a whole number it is a number of its own.
  if (isAboveLine(element)) return ` ${content}`;
  if (plain.test(content)) return `^${content}${gapBehind(element)}`;
  if (!terms.test(content) || ending.test(content) || !isPower(element)) return null;
  return `^${grouped(content)}`;
}

/** An index: its letters would be read as a word with the one before them. */
export function lowered(element: Element): string | null {
  const content = contentOf(element).trim();
  return index.test(content) && base.test(endBefore(element)) ? `_${grouped(content)}` : null;
}

/** In brackets where it would be taken apart. */
function grouped(terms: string): string {
  return /^[+−–-]?\p{L}+$/u.test(terms) ? terms : `(${terms})`;
}

/** A link to a footnote that its style alone raises. */
export function noted(link: Element): string | null {
  if (!isLink(link)) return null;
  const [, name] = note.exec(contentOf(link).trim()) ?? [];
  if (!name || getComputedStyle(link).verticalAlign !== 'super') return null;
  return `[${name}]${gapBehind(link)}`;
}

/** Whether there is nothing but a price around it: its cents are raised. */
function isInPrice(element: Element): boolean {
  if (!/\d[.,]?\s*$/.test(endBefore(element))) return false;
  let text = contentOf(element);
  let node = shownParentOf(element);
  for (let depth = 0; depth < 4 && node && /^[\d\s.,]*$/.test(text); depth += 1) {
    text = contentOf(node);
    node = shownParentOf(node);
  }
  return /^(?:[A-Z]{0,2}[$€£₹]|[A-Z]{3}|zł|kr|Kč|[Ll]ei)$/.test(text.replace(/[\d\s.,]/g, ''));
}

function isAboveLine(element: Element): boolean {
  const line = nextSiblingOf(element);
  const below = line && nextSiblingOf(line);
  return (
    /^[⁄/]$/.test(textIn(line)) && below !== null && isElement(below) && nameOf(below) === 'sub'
  );
}

/** Between it and the word behind it, where there is a space in its end, or a sentence begins. */
function gapBehind(element: Element): string {
  const next = firstTextOf(nextSiblingOf(element));
  if (/\s$/.test(contentOf(element))) return beginsWord(next) ? ' ' : '';
  if (!beginsSentence(next)) return '';
  // That of a note belongs to what is before it, or begins the note, as that of a verse does; that of an isotope stands by itself.
  return /\s$/.test(endBefore(element)) && !isSmall(next.charAt(2)) ? '' : ' ';
}

function beginsSentence([first = '', second = '']: string): boolean {
  if (first === first.toLowerCase()) return false;
  return isSmall(second) || (second === ' ' && 'AI'.includes(first));
}

/** Without a pattern for the letters of all scripts: see `letters.ts`. */
function isSmall(letter: string): boolean {
  return letter !== letter.toUpperCase();
}

function isPower(element: Element): boolean {
  return base.test(endBefore(element)) && !/^\p{L}/u.test(textIn(nextSiblingOf(element)));
}

/** The last characters before an element, if they are near. */
function endBefore(element: Element): string {
  let node = previousSiblingOf(element);
  for (let depth = 0; depth < 4 && node && isElement(node); depth += 1) node = lastChildOf(node);
  return textIn(node).slice(-3);
}

function textIn(node: Node | null): string {
  return node && isText(node) ? node.data : '';
}

const inPage = 'a[href*="#"]';

function isLink(node: Node | null): boolean {
  return node !== null && isElement(node) && attributeOf(node, 'href').includes('#');
}
