// @vitest-environment node
import { afterEach, describe, expect, test } from 'vitest';
import { about, ask, BODY, eventsIn, HEADERS, receive, SOURCE } from '../../stand-in/ask';
import { type Compatible, modelNamed } from '../../stand-in/compatible';
import { type StandIn, startStandIn } from '../../stand-in/stand-in';

const key = 'gw-0123456789';
const body = { ...about(SOURCE), model: 'glm-9', stream: true };
const plain = { 'anthropic-version': '2026-10-21', 'content-type': 'application/json' };
const bearer = { ...plain, authorization: `Bearer ${key}` };
const named = { ...plain, 'x-api-key': key };

const open: StandIn[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

async function start(compatible: Compatible): Promise<StandIn> {
  const made = await startStandIn({ compatible, keys: [key], models: [modelNamed('glm-9')] });
  open.push(made);
  return made;
}

describe('a compatible server', () => {
  test.each<[NonNullable<Compatible['auth']>, Record<string, string>, number]>([
    ['bearer', bearer, 200],
    ['bearer', named, 401],
    ['bearer', { ...bearer, 'x-api-key': key }, 401],
    ['bearer', { ...plain, authorization: `Bearer ${key}x` }, 401],
    ['bearer', HEADERS, 401],
    ['bearer', plain, 401],
    ['x-api-key', named, 200],
    ['x-api-key', bearer, 401],
    ['x-api-key', { ...bearer, 'x-api-key': key }, 401],
    ['none', plain, 200],
    ['none', bearer, 401],
    ['none', named, 401],
  ])('that wants %s answers %j with %i', async (auth, headers, status) => {
    expect((await ask(await start({ auth }), body, { headers })).status).toBe(status);
  });

  test('answers with what was asked, and does not name the request', async () => {
    const server = await start({});
    const response = await ask(server, body, { headers: bearer });
    const deltas = eventsIn((await receive(response)).text).map(({ data }) => data.delta);
    const told = deltas.map((delta) => (delta as { text?: string } | undefined)?.text ?? '');
    expect(told.join('')).toBe(server.answerFor(body).text);
    expect(response.headers.has('request-id')).toBe(false);
  });

  test('knows document blocks only where that was agreed', async () => {
    const withDocument = { ...BODY, model: 'glm-9' };
    const refused = await ask(await start({}), withDocument, { headers: bearer });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('unsupported content block type: document');
    const taken = await ask(await start({ documents: true }), withDocument, { headers: bearer });
    expect(taken.status).toBe(200);
  });

  test('refuses what the API refuses, and models that it does not have', async () => {
    const server = await start({});
    const status = async (change: object) =>
      (await ask(server, { ...body, ...change }, { headers: bearer })).status;
    expect(await status({ hello: 1 })).toBe(400);
    expect(await status({ model: 'claude-haiku-5-5' })).toBe(404);
  });

  test('refuses versions before 2023-06-01', async () => {
    const server = await start({});
    const status = async (version: string) =>
      (await ask(server, body, { headers: { ...bearer, 'anthropic-version': version } })).status;
    expect(await status('2023-01-01')).toBe(400);
    expect(await status('2023-06-01')).toBe(200);
  });

  test('lives below its base path and nowhere else', async () => {
    const server = await start({ base: '/api' });
    const status = async (path: string) =>
      (await ask(server, body, { headers: bearer, path })).status;
    expect(await status('/api/v1/messages')).toBe(200);
    expect(await status('/v1/messages')).toBe(404);
    expect(await status('/api/v1/messages/count_tokens')).toBe(404);
  });

  test('counts tokens only where that was agreed', async () => {
    const { max_tokens: _, stream: __, ...countable } = body;
    const asking = { headers: bearer, path: '/v1/messages/count_tokens' };
    expect((await ask(await start({ counts: true }), countable, asking)).status).toBe(200);
  });

  test.each<[NonNullable<Compatible['lists']>, number, unknown]>([
    ['models', 200, { data: [{ type: 'model', id: 'glm-9' }], has_more: false }],
    ['openai', 200, { object: 'list', data: [{ object: 'model', id: 'glm-9' }] }],
    ['missing', 404, undefined],
  ])('lists %s', async (lists, status, shape) => {
    const server = await start({ lists });
    const response = await fetch(`${server.origin}/v1/models`, { headers: bearer });
    expect(response.status).toBe(status);
    if (shape) expect(await response.json()).toMatchObject(shape);
    else expect(await response.text()).toBe('404 page not found');
  });

  test('lets pages of other origins read only where that was agreed', async () => {
    const asked = {
      origin: 'https://a.example',
      'access-control-request-headers': 'anthropic-dangerous-direct-browser-access',
    };
    const allowed = async (server: StandIn) => {
      const url = `${server.origin}/v1/messages`;
      const preflight = await fetch(url, { method: 'OPTIONS', headers: asked });
      const response = await ask(server, body, {
        headers: { ...bearer, ...asked, 'anthropic-dangerous-direct-browser-access': 'true' },
      });
      return [preflight, response].map(({ headers }) => headers.get('access-control-allow-origin'));
    };
    expect(await allowed(await start({}))).toEqual([null, null]);
    expect(await allowed(await start({ cors: true }))).toEqual(['*', '*']);
  });

  test('tells a usage without the cache, or one of zeros', async () => {
    const usages = async (usage: NonNullable<Compatible['usage']>) => {
      const response = await ask(await start({ usage }), body, { headers: bearer });
      return eventsIn((await receive(response)).text).flatMap(({ event, data }) => {
        if (event === 'message_start') return [(data.message as { usage: object }).usage];
        return event === 'message_delta' ? [data.usage] : [];
      });
    };
    const count = expect.any(Number);
    const both = { input_tokens: count, output_tokens: count };
    expect(await usages('plain')).toEqual([both, both]);
    const zeros = { input_tokens: 0, output_tokens: 0 };
    expect(await usages('zeros')).toEqual([zeros, zeros]);
  });
});

test('stand-ins of one process show one certificate, so that one browser trusts them all', async () => {
  const [first, second] = await Promise.all([
    startStandIn({ tls: true }),
    startStandIn({ tls: true, compatible: {} }),
  ]);
  open.push(first, second);
  expect(second.spki).toBe(first.spki);
});
