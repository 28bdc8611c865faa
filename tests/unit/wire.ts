import { anthropicEndpoint } from '../../utils/core/endpoint';
import { Failure } from '../../utils/core/problem';
import { anthropic } from '../../utils/endpoints/anthropic';
import type { EndpointEvent } from '../../utils/endpoints/endpoint';
import { requestWith, sourceWith, unstopped } from './support';

/** One event of a message stream, as its JSON. */
export type Told = Readonly<Record<string, unknown>>;

/** An answer in so many pieces, as the service tells it. */
export function toldAnswer(pieces: readonly string[], first: Told, last: Told): readonly Told[] {
  const message = { id: 'msg_1', type: 'message', role: 'assistant', model: 'claude-haiku-5-5' };
  return [
    {
      type: 'message_start',
      message: { ...message, content: [], stop_reason: null, usage: first },
    },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'ping' },
    ...pieces.map((text) => ({
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'text_delta', text },
    })),
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: last },
    { type: 'message_stop' },
  ];
}

/** The stream of these events, with lines that end so. */
export function bytesOf(events: readonly Told[], lineEnd = '\n'): Uint8Array<ArrayBuffer> {
  const lines = (event: Told) => [`event: ${event.type}`, `data: ${JSON.stringify(event)}`, '', ''];
  return new TextEncoder().encode(events.map((event) => lines(event).join(lineEnd)).join(''));
}

export interface Received {
  readonly events: readonly EndpointEvent[];
  readonly failure: Failure | null;
}

/** What the endpoint makes of a stream that arrives in these chunks, and then ends, or breaks. */
export async function receive(
  chunks: readonly Uint8Array<ArrayBuffer>[],
  end: 'closes' | 'breaks' = 'closes',
): Promise<Received> {
  const events: EndpointEvent[] = [];
  const outgoing = {
    request: requestWith(),
    source: sourceWith(),
    key: 'sk-ant-demo-1234',
    signal: unstopped,
    heard: () => {},
  };
  try {
    const send = async () => responseOf(chunks, end);
    for await (const event of anthropic(anthropicEndpoint, send).stream(outgoing))
      events.push(event);
    return { events, failure: null };
  } catch (error) {
    // Anything else would be a fault of ours.
    if (!(error instanceof Failure)) throw error;
    return { events, failure: error };
  }
}

function responseOf(
  chunks: readonly Uint8Array<ArrayBuffer>[],
  end: 'closes' | 'breaks',
): Response {
  const left = [...chunks];
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const next = left.shift();
      if (next) controller.enqueue(next);
      else if (end === 'closes') controller.close();
      else controller.error(new TypeError('network error'));
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
}
