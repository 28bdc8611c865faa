// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { closeFence } from '../../../utils/page/fence';
import { breakAtLeast, endCell, newWriter, write, written } from '../../../utils/page/writer';

const block = document.createElement('pre');

test.each([
  [['a'], 'a\n```'],
  [['a', '\n'], 'a\n```'],
  // Programs leave empty texts where something may come.
  [['a\n', ''], 'a\n```'],
])('a block of code %j ends on a line of its own', (pieces, out) => {
  const writer = newWriter(99, () => false);
  for (const piece of pieces) write(writer, piece, true);
  closeFence(writer, block, 0, 'new');
  expect(written(writer)).toBe(out);
});

test('a block of code without a text has no end', () => {
  const writer = newWriter(99, () => false);
  write(writer, 'before', false);
  closeFence(writer, block, writer.out.length, 'new');
  expect(written(writer)).toBe('before');
});

test('a block of code without a text leaves all that waits but its own mark', () => {
  const writer = newWriter(99, () => false);
  write(writer, 'a', false);
  endCell(writer);
  writer.pending.mark = '- ```js\n';
  closeFence(writer, block, writer.out.length, 'new');
  write(writer, 'b', false);
  expect(written(writer)).toBe('a\t- b');
});

test('a block of code leaves nothing of what was to come in it', () => {
  const writer = newWriter(99, () => false);
  write(writer, 'a', true);
  breakAtLeast(writer, 1);
  endCell(writer);
  closeFence(writer, block, 0, 'new');
  expect(written(writer)).toBe('a\n```');
});
