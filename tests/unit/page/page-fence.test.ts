// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { closeFence } from '../../../utils/page/fence';
import { breakAtLeast, endCell, newWriter, write } from '../../../utils/page/writer';

test.each([
  [['a'], 'a\n```'],
  [['a', '\n'], 'a\n```'],
  // Programs leave empty texts where something may come.
  [['a\n', ''], 'a\n```'],
])('a block of code %j ends on a line of its own', (pieces, out) => {
  const writer = newWriter(99, () => false);
  for (const piece of pieces) write(writer, piece, true);
  closeFence(writer, 0);
  expect(writer.out).toBe(out);
});

test('a block of code without a text has no end', () => {
  const writer = newWriter(99, () => false);
  write(writer, 'before', false);
  closeFence(writer, writer.out.length);
  expect(writer.out).toBe('before');
});

test('a block of code without a text leaves all that waits but its own mark', () => {
  const writer = newWriter(99, () => false);
  write(writer, 'a', false);
  endCell(writer);
  writer.pending.mark = '- ```js\n';
  closeFence(writer, writer.out.length);
  write(writer, 'b', false);
  expect(writer.out).toBe('a\t- b');
});

test('a block of code leaves nothing of what was to come in it', () => {
  const writer = newWriter(99, () => false);
  write(writer, 'a', true);
  breakAtLeast(writer, 1);
  endCell(writer);
  closeFence(writer, 0);
  expect(writer.out).toBe('a\n```');
});
