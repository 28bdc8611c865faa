import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../utils/core/problem';
import { anthropic } from '../../../utils/endpoints/anthropic';
import { endpointWith, requestWith, sourceWith } from '../support';

const megabyte = new TextEncoder().encode('a'.repeat(1_000_000));
/** Of a few kB that unpack to it, or of a server that never ends. */
const endless = 300;

/** A server whose replies begin so and have no end; how many megabytes were taken. */
function server(status: number, type: string, beginning: string) {
  const told = { taken: 0, closed: false };
  const body = () =>
    new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(beginning)),
      pull(controller) {
        told.taken += 1;
        if (told.taken > endless) controller.close();
        else controller.enqueue(megabyte);
      },
      cancel() {
        told.closed = true;
      },
    });
  const send: typeof fetch = async () =>
    new Response(body(), { status, headers: { 'content-type': type } });
  return { told, endpoint: anthropic(endpointWith(), send) };
}

async function answerOf({ endpoint }: ReturnType<typeof server>): Promise<string> {
  const { signal } = new AbortController();
  const outgoing = { request: requestWith(), source: sourceWith(), key: 'gw-1', signal };
  let text = '';
  for await (const event of endpoint.stream({ ...outgoing, heard() {} }))
    if (event.kind === 'text') text += event.text;
  return text;
}

describe('a reply without an end is read no further than the longest answer could go', () => {
  const stream = 'text/event-stream';
  test.each([
    ['an event', 200, stream, 'event: message_start\ndata: {"type":"', 'unreadable-reply'],
    ['a comment', 200, stream, ': nothing\n', 'unreadable-reply'],
    ['why it is refused', 400, 'application/json', '{"error":{"message":"', 'request-rejected'],
    ['the page of a proxy', 529, 'text/html', '<p>', 'overloaded'],
  ])('%s', async (_, status, type, beginning, kind) => {
    const one = server(status, type, beginning);
    const failure = await answerOf(one).catch((error: Failure) => error.problem);
    expect(failure).toMatchObject({ kind });
    expect(one.told).toMatchObject({ closed: true });
    expect(one.told.taken).toBeLessThan(endless / 2);
  });

  test('a list of models', async () => {
    const one = server(200, 'application/json', '{"data":[{"id":"');
    const { signal } = new AbortController();
    await expect(one.endpoint.listModels('gw-1', signal)).rejects.toMatchObject({
      problem: { kind: 'unreadable-reply' },
    });
    expect(one.told).toMatchObject({ closed: true });
  });
});
