// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { closeFence } from '../../utils/page/fence';
import { newWriter, write } from '../../utils/page/writer';

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
