import { aroundWith } from './around-with';
import {
  attributeOf,
  boxOf,
  findIn,
  isElement,
  nameOf,
  nextElementOf,
  shownParentOf,
  textOf,
} from './pristine';
import { clearPending, type Writer } from './writer';

const language =
  /(?:^|[\s-])(?:(?:lang(?:uage)?|source|brush:)[-\s]*|highlight-(?!default))([a-z][\w+#]{0,19})(?:$|[\s;])/i;
/** Told by itself: anything else would be words of the page that nobody sees. */
const plain = /^[\w+#.-]{1,20}$/;

/** How a block of code begins: by itself, or as more of the one that was written right before it. */
export type Fence = 'new' | 'more';

/** For a block that is not in another: some editors make one of each line. */
export function fenceAt({ fenced, pending }: Writer, block: Element): Fence {
  if (!fenced || pending.mark !== '' || pending.tabs > 0) return 'new';
  return isRightBelow(block, fenced.block) ? 'more' : 'new';
}

/** What comes before a block of code: a fence, with the language if the page names it. */
export function openFence(writer: Writer, block: Element, fence: Fence): void {
  const { last, pending } = writer;
  if (fence === 'new') pending.mark += `\`\`\`${languageFor(block)}\n`;
  else {
    writer.fenced = null;
    pending.breaks = last.endsWith('\n') ? 0 : 1;
  }
}

/** Ends a block of code that began at `start`, if anything of it was written. */
export function closeFence(writer: Writer, block: Element, start: number, fence: Fence): void {
  const { lead, last, out, pending } = writer;
  if (fence === 'more' || out.length > start) {
    clearPending(writer);
    writer.fenced = { block, end: `${last.endsWith('\n') ? '' : '\n'}${lead}\`\`\`` };
    return;
  }
  // What was waiting before it goes on waiting: an empty cell has a column.
  pending.mark = pending.mark.replace(/```.*\n$/, '');
}

/** Whether what is in an element stands beside a block of code, as the number of a line does. */
export function isBesideCode(element: Element): boolean {
  return [element, shownParentOf(element)].some((place) => {
    const next = place && isElement(place) ? nextElementOf(place) : null;
    return next !== null && nameOf(next) === 'pre';
  });
}

/** Whether it is nothing but the name of the language, above the code in its block. */
export function isLanguageLabel(element: Element): boolean {
  const block = aroundWith(element, 'div', 'pre');
  const code = block && findIn(block, 'code');
  return Boolean(code) && textOf(element).trim() === languageOf(code);
}

/** Whether a block has nothing but the numbers of the lines that are in the next cell. */
export function isGutter(block: Element): boolean {
  const node = aroundWith(block, 'div', 'td');
  if (!node) return false;
  const next = nextElementOf(node);
  return next !== null && /^[\d\s]+$/.test(textOf(block)) && findIn(next, 'pre') !== null;
}

/** Whether nothing is to be seen between two blocks; what is laid out nowhere has no height. */
function isRightBelow(block: Element, above: Element): boolean {
  const [upper, lower] = [boxOf(above), boxOf(block)];
  return (
    upper.height > 0 &&
    Math.abs(lower.top - upper.bottom) < 1 &&
    lower.left === upper.left &&
    getComputedStyle(block).paddingTop === '0px' &&
    getComputedStyle(above).paddingBottom === '0px'
  );
}

function languageFor(block: Element): string {
  const around = shownParentOf(block);
  const places = [block, findIn(block, 'code'), around, around && shownParentOf(around)];
  return places.map(languageOf).find(Boolean) ?? '';
}

function languageOf(node: Node | null): string {
  if (!node || !isElement(node)) return '';
  const told = attributeOf(node, 'data-lang') || attributeOf(node, 'data-language');
  if (plain.test(told)) return told;
  return language.exec(attributeOf(node, 'class'))?.[1] ?? '';
}
