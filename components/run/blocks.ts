import { endWithin } from '../../utils/core/end-within';

/** UTF-16 units of a block at most. */
const blockLength = 4000;

/**
 * A text in blocks, so that the browser lays out only those that come into sight. Cut behind a line where there is one, and
 * never within a character; joined again they are the same text.
 */
export function blocksOf(text: string): readonly string[] {
  const blocks: string[] = [];
  for (let from = 0; from < text.length; ) {
    const line = text.indexOf('\n', from + blockLength / 2) + 1;
    const near = line > 0 && line <= from + blockLength;
    const to = near ? line : endWithin(text, from + blockLength);
    blocks.push(text.slice(from, to));
    from = to;
  }
  return blocks;
}
