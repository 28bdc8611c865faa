import type { EndpointConfig } from '../core/endpoint';
import { keptHeaders, keyPlaceholder, masked, type Noted, type Sent } from '../core/glass/exchange';
import { withoutKeys } from '../core/redact';
import { createClient } from './anthropic-client';

type Note = (noted: Noted) => void;

/** A fetch that notes what leaves, without the key, and what of an answer's head is worth keeping. */
export function notingFetch(send: typeof fetch, key: string | null, note: Note): typeof fetch {
  return async (url, init) => {
    const sent = masked(new Headers(init?.headers), key);
    note({ kind: 'sent', sent: { address: String(url), headers: sent } });
    const response = await send(url, init);
    const { status } = response;
    const clean = withoutKeys(key);
    const headers = [...response.headers].map(([name, value]) => [name, clean(value)] as const);
    note({ kind: 'replied', status, headers: keptHeaders(headers) });
    return response;
  };
}

/** The same events; what they tell of usage is noted just as it came. */
export async function* notingUsage(
  stream: AsyncIterable<unknown>,
  note: Note,
): AsyncGenerator<unknown> {
  for await (const event of stream) {
    const noted = usageIn(event);
    if (noted) note(noted);
    yield event;
  }
}

function usageIn(event: unknown): Noted | null {
  const { type, message, usage, delta } = fieldsOf(event);
  if (type === 'message_start')
    return { kind: 'usage', usage: fieldsOf(message).usage, stopReason: null };
  if (type !== 'message_delta') return null;
  const { stop_reason: reason } = fieldsOf(delta);
  return { kind: 'usage', usage, stopReason: typeof reason === 'string' ? reason : null };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** What would leave with a body, but for the body; nothing does. */
export async function wouldSend(config: EndpointConfig): Promise<Sent> {
  const client = createClient(config, keyPlaceholder, () => {}, fetch);
  const { req, url } = await client.buildRequest({
    method: 'post',
    path: '/v1/messages',
    body: {},
  });
  return { address: url, headers: masked(new Headers(req.headers), keyPlaceholder) };
}
