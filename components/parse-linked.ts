import type { Feed } from '../utils/messages/run-port';
import { send } from '../utils/messages/send';

/** Parses a linked page for the background, which has no DOM in every browser. */
export async function parseLinked({ id, html }: Extract<Feed, { kind: 'parse' }>): Promise<void> {
  const { readLinked } = await import('../utils/page/read-linked');
  await send({ kind: 'parsed', id, page: await readLinked(html).catch(() => null) });
}
