import { element, type View } from './view.ts';

/** Layout visits every child of a box, changed or not: long answers are kept in boxes of so many blocks. */
export const PART = 24;

export function parts(blocks: readonly View[]): readonly View[] {
  const boxes: View[] = [];
  for (let from = 0; from < blocks.length; from += PART) {
    const inside = blocks.slice(from, from + PART);
    boxes.push(element('div', () => inside, { class: 'part' }));
  }
  return boxes;
}
