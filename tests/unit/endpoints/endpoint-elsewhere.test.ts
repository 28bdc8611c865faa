import { describe, expect, test } from 'vitest';
import {
  type Auth,
  anthropicEndpoint,
  authStyles,
  type EndpointConfig,
} from '../../../utils/core/endpoint';
import { defaultModel } from '../../../utils/core/model';
import { buildRequest } from '../../../utils/core/prompt';
import { anthropic } from '../../../utils/endpoints/anthropic';
import { explaining } from '../../../utils/endpoints/explaining';
import { addressee, endpointWith, instructionFor, requestWith, sourceWith } from '../support';

const key = 'gw-demo-1234';

const answer = [
  ['message_start', { message: { type: 'message', model: 'own-model', usage: {} } }],
  ['content_block_delta', { index: 0, delta: { type: 'text_delta', text: 'Hello.' } }],
  ['message_delta', { delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 2 } }],
  ['message_stop', {}],
] as const;

const stream = answer
  .map(([type, data]) => `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`)
  .join('');

/** A server that says one thing, and what it was asked. */
function server(body: string, type: string, status = 200) {
  const asked: Request[] = [];
  const send: typeof fetch = async (url, init) => {
    asked.push(new Request(url, init));
    return new Response(body, { status, headers: { 'content-type': type } });
  };
  return { asked, send };
}

async function textFrom(config: EndpointConfig, withKey: string | null, send: typeof fetch) {
  let text = '';
  const { signal } = new AbortController();
  const outgoing = {
    request: requestWith(),
    source: sourceWith(),
    key: withKey,
    signal,
    heard() {},
  };
  for await (const event of anthropic(config, send).stream(outgoing))
    if (event.kind === 'text') text += event.text;
  return text;
}

const listFrom = (config: EndpointConfig, { send }: ReturnType<typeof server>) =>
  explaining(anthropic(config, send), config, {
    isOnline: () => true,
    mayReach: async () => true,
  }).listModels(key, new AbortController().signal);

describe('a request to an endpoint', () => {
  const headers: Record<Auth, readonly [string | null, string | null]> = {
    'x-api-key': [key, null],
    bearer: [null, `Bearer ${key}`],
    none: [null, null],
  };
  const cases = authStyles.flatMap((auth) => [
    { auth, config: endpointWith({ auth }) },
    { auth, config: endpointWith({ auth, baseUrl: 'http://localhost:11434' }) },
    { auth, config: { ...anthropicEndpoint, auth } },
  ]);
  test.each(cases)('carries its key in no header but that of $auth', async ({ auth, config }) => {
    const { asked, send } = server(stream, 'text/event-stream');
    expect(await textFrom(config, key, send)).toBe('Hello.');
    const sent = asked[0]?.headers;
    expect([sent?.get('x-api-key'), sent?.get('authorization')]).toEqual(headers[auth]);
    const carriers = [...(sent ?? [])].filter(([, value]) => value.includes(key));
    expect(carriers).toHaveLength(auth === 'none' ? 0 : 1);
    expect(asked[0]?.url).not.toContain(key);
    expect(await asked[0]?.text()).not.toContain(key);
  });

  test.each(authStyles)('without a key carries no header of %s', async (auth) => {
    const { asked, send } = server(stream, 'text/event-stream');
    await textFrom(endpointWith({ auth }), null, send);
    expect(asked[0]?.headers.has('x-api-key')).toBe(false);
    expect(asked[0]?.headers.has('authorization')).toBe(false);
  });

  test.each([
    ['https://gateway.example.org', 'https://gateway.example.org/v1/messages'],
    ['https://openrouter.ai/api', 'https://openrouter.ai/api/v1/messages'],
    ['https://gateway.example.org/a/b', 'https://gateway.example.org/a/b/v1/messages'],
    ['http://localhost:11434', 'http://localhost:11434/v1/messages'],
    ['https://[::1]:8080', 'https://[::1]:8080/v1/messages'],
  ])('with the base %s goes to %s', async (baseUrl, url) => {
    const { asked, send } = server(stream, 'text/event-stream');
    await textFrom(endpointWith({ baseUrl }), key, send);
    expect(asked.map((each) => each.url.replace(/\?.*$/, ''))).toEqual([url]);
  });

  test('follows no redirect, brings neither cookies nor an address, and leaves nothing in the cache', async () => {
    const { asked, send } = server(stream, 'text/event-stream');
    await textFrom(endpointWith(), key, send);
    expect(asked[0]).toMatchObject({
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  });

  test('is understood by a server that knows no documents', () => {
    const elsewhere = { ...addressee, documents: false, model: defaultModel };
    const { messages } = buildRequest(instructionFor('summarize'), sourceWith(), elsewhere);
    expect(messages[0].content.map(({ type }) => type)).toEqual(['text', 'text']);
  });
});

describe('the model list of another server', () => {
  test('that has none is unknown, and no failure', async () => {
    const missing = () => server('{"error":{"message":"not found"}}', 'application/json', 404);
    expect(await listFrom(endpointWith(), missing())).toBeNull();
    const page = server('404 page not found', 'text/plain', 404);
    expect(await listFrom(endpointWith(), page)).toBeNull();
    await expect(listFrom(anthropicEndpoint, missing())).rejects.toMatchObject({
      problem: { kind: 'model-not-found' },
    });
  });

  test('is asked for under its base, with its key', async () => {
    const listing = server('{"data":[{"id":"own-model"}]}', 'application/json');
    const config = endpointWith({ baseUrl: 'https://gateway.example.org/a', auth: 'bearer' });
    await listFrom(config, listing);
    expect(listing.asked[0]?.url).toMatch(/^https:\/\/gateway\.example\.org\/a\/v1\/models\b/);
    expect(listing.asked[0]?.headers.get('authorization')).toBe(`Bearer ${key}`);
  });

  test('may be of the other shape that is common', async () => {
    const data = [
      { id: 'llama3', object: 'model', created: 1, owned_by: 'library' },
      { id: 'qwen3', object: 'model' },
    ];
    const listing = server(JSON.stringify({ object: 'list', data }), 'application/json');
    expect(await listFrom(endpointWith(), listing)).toEqual([
      { id: 'llama3', name: 'llama3', maxInput: null, maxOutput: null, thinking: [], efforts: [] },
      { id: 'qwen3', name: 'qwen3', maxInput: null, maxOutput: null, thinking: [], efforts: [] },
    ]);
  });

  test.each([
    '{"object":"list","data":[]}',
    '{"data":[{"name":"no id"}]}',
    '{"data":[7]}',
    '{"models":[{"name":"llama3"}]}',
    '{}',
    '[]',
  ])('that says %s is unknown', async (body) =>
    expect(await listFrom(endpointWith(), server(body, 'application/json'))).toBeNull(),
  );

  test('that is a web page means that this is not the API', async () => {
    const listing = server('<!doctype html><p>Welcome', 'text/html; charset=utf-8');
    await expect(listFrom(endpointWith(), listing)).rejects.toMatchObject({
      problem: { kind: 'not-the-api', origin: 'https://gateway.example.org' },
    });
  });

  test('that is refused says so', async () => {
    const listing = server('{"error":{"message":"bad key"}}', 'application/json', 401);
    await expect(listFrom(endpointWith(), listing)).rejects.toMatchObject({
      problem: { kind: 'key-refused' },
    });
  });
});
