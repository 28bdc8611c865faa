import { aroundWith } from './around-with';
import { attributeOf, findIn, isElement, nextElementOf, shownParentOf, textOf } from './pristine';
import { clearPending, type Writer, write } from './writer';

const language =
  /(?:^|[\s-])(?:(?:lang(?:uage)?|source|brush:)[-\s]*|highlight-(?!default))([a-z][\w+#]{0,19})(?:$|[\s;])/i;
/** Told by itself: anything else would be words of the page that nobody sees. */
const plain = /^[\w+#.-]{1,20}$/;

/** What comes before a block of code: a fence, with the language if the page names it. */
export function fenceOf(block: Element): string {
  const around = shownParentOf(block);
  const places = [block, findIn(block, 'code'), around, around && shownParentOf(around)];
  const name = places.map(languageOf).find(Boolean);
  return `\`\`\`${name ?? ''}\n`;
}

/** Ends a block of code that began at `start`, if anything of it was written. */
export function closeFence(writer: Writer, start: number): void {
  if (writer.out.length > start) {
    clearPending(writer);
    write(writer, writer.last.endsWith('\n') ? '```' : '\n```', true);
    return;
  }
  // What was waiting before it goes on waiting: an empty cell has a column.
  const { pending } = writer;
  pending.mark = pending.mark.replace(/```.*\n$/, '');
}

/** Whether a block has nothing but the numbers of the lines that are in the next cell. */
export function isGutter(block: Element): boolean {
  const node = aroundWith(block, 'div', 'td');
  if (!node) return false;
  const next = nextElementOf(node);
  return next !== null && /^[\d\s]+$/.test(textOf(block)) && findIn(next, 'pre') !== null;
}

function languageOf(node: Node | null): string {
  if (!node || !isElement(node)) return '';
  const told = attributeOf(node, 'data-lang') || attributeOf(node, 'data-language');
  if (plain.test(told)) return told;
  return language.exec(attributeOf(node, 'class'))?.[1] ?? '';
}
