// @vitest-environment node
import { afterEach, describe, expect, test } from 'vitest';
import type { EndpointConfig } from '../../../utils/core/endpoint';
import { modelOf } from '../../../utils/core/model';
import { Failure, type Problem } from '../../../utils/core/problem';
import { buildRequest } from '../../../utils/core/prompt';
import { anthropic } from '../../../utils/endpoints/anthropic';
import type { EndpointEvent } from '../../../utils/endpoints/endpoint';
import { explaining } from '../../../utils/endpoints/explaining';
import { type Compatible, modelNamed } from '../../stand-in/compatible';
import { fault, type Plan, type StandIn, startStandIn } from '../../stand-in/stand-in';
import { endpointWith, instructionFor, sourceWith } from '../support';

const key = 'gw-0123456789';
const typed = 'vendor/typed-model:7b';

const open: StandIn[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

interface Scene {
  readonly server: StandIn;
  readonly config: EndpointConfig;
}

/** A compatible server, and an endpoint that is set up for it unless `change` says otherwise. */
async function setUp(
  compatible: Compatible = {},
  change: Partial<EndpointConfig> = {},
): Promise<Scene> {
  const { auth = 'bearer', base = '' } = compatible;
  const server = await startStandIn({ compatible, keys: [key], models: [modelNamed(typed)] });
  open.push(server);
  const baseUrl = server.origin + base;
  return { server, config: endpointWith({ auth, baseUrl, model: typed, ...change }) };
}

/** What the background opens; the browser is online and lets it reach what `allowed` says. */
function endpointFor(config: EndpointConfig, allowed = true) {
  return explaining(anthropic(config), config, {
    isOnline: () => true,
    mayReach: async () => allowed,
  });
}

function requestFor({ model }: EndpointConfig) {
  const addressee = { model: modelOf(model, []), language: 'English', documents: false };
  return buildRequest(instructionFor('summarize'), sourceWith(), addressee);
}

async function summarize(config: EndpointConfig, allowed = true) {
  const events: EndpointEvent[] = [];
  const outgoing = {
    request: requestFor(config),
    source: sourceWith(),
    key: config.auth === 'none' ? null : key,
    signal: new AbortController().signal,
    heard: () => {},
  };
  try {
    for await (const event of endpointFor(config, allowed).stream(outgoing)) events.push(event);
    return { events, text: textOf(events), failure: null };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { events, text: textOf(events), failure: error };
  }
}

const textOf = (events: readonly EndpointEvent[]) =>
  events.map((event) => (event.kind === 'text' ? event.text : '')).join('');

function list(config: EndpointConfig, withKey: string | null = key) {
  return endpointFor(config).listModels(withKey, new AbortController().signal);
}

describe('an endpoint of the user’s own', () => {
  test.each([
    ['bearer', { authorization: `Bearer ${key}` }],
    ['x-api-key', { 'x-api-key': key }],
    ['none', {}],
  ] as const)('is asked with %s', async (auth, headers) => {
    const { server, config } = await setUp({ auth });
    const { text, failure } = await summarize(config);
    expect(failure).toBeNull();
    expect(text).toBe(server.answerFor(requestFor(config)).text);
    const { authorization, 'x-api-key': named } = server.requests[0]?.headers ?? {};
    expect({ authorization, 'x-api-key': named }).toEqual({
      authorization: undefined,
      'x-api-key': undefined,
      ...headers,
    });
  });

  test('never sends a key where none is wanted, even if it has one', async () => {
    const { server, config } = await setUp({ auth: 'none' });
    await list(config, key);
    expect(JSON.stringify(server.requests)).not.toContain(key);
    expect(server.requests.map(({ answered }) => answered?.status)).toEqual([200]);
  });

  test.each<[EndpointConfig['auth'], EndpointConfig['auth']]>([
    ['bearer', 'x-api-key'],
    ['x-api-key', 'bearer'],
    ['bearer', 'none'],
  ])('that wants %s refuses %s', async (auth, sent) => {
    const { config } = await setUp({ auth }, { auth: sent });
    expect((await summarize(config)).failure?.problem).toEqual({ kind: 'key-refused' });
    const listing = list(config, sent === 'none' ? null : key);
    await expect(listing).rejects.toMatchObject({ problem: { kind: 'key-refused' } });
  });

  test('may have its API below a path', async () => {
    const { server, config } = await setUp({ base: '/api' });
    expect((await summarize(config)).failure).toBeNull();
    await list(config);
    expect(server.requests.map(({ path }) => path.replace(/\?.*/, ''))).toEqual([
      '/api/v1/messages',
      '/api/v1/models',
    ]);
  });

  test('is asked for a model whose id was typed, with nothing assumed about it', async () => {
    const { server, config } = await setUp();
    await summarize(config);
    expect(server.requests[0]?.body).toMatchObject({ model: typed });
    expect(Object.keys(server.requests[0]?.body ?? {}).sort()).toEqual([
      'max_tokens',
      'messages',
      'model',
      'stream',
      'system',
    ]);
  });

  test('that does not know the model says so', async () => {
    const { config } = await setUp({}, { model: 'unheard-of' });
    const { failure } = await summarize(config);
    expect(failure?.problem).toEqual({ kind: 'model-not-found', model: 'unheard-of' });
  });

  test('needs no cache in its usage', async () => {
    const { server, config } = await setUp({ usage: 'plain' });
    const told = server.answerFor(requestFor(config)).usage;
    expect((await summarize(config)).events.at(-2)).toEqual({
      kind: 'usage',
      usage: {
        input: told.input_tokens,
        output: told.output_tokens,
        cacheRead: 0,
        cacheWrite5m: 0,
        cacheWrite1h: 0,
        thinking: 0,
      },
    });
  });

  test('that counts nothing but zeros has told no usage', async () => {
    const { config } = await setUp({ usage: 'zeros' });
    const { events, failure } = await summarize(config);
    expect(failure).toBeNull();
    expect(events[0]).toMatchObject({ kind: 'started', usage: null });
    expect(events.filter(({ kind }) => kind === 'usage')).toEqual([]);
    expect(events.at(-1)).toEqual({ kind: 'finished', outcome: { kind: 'done' } });
  });

  test('may tell its usage only at the end', async () => {
    const { server, config } = await setUp();
    server.next(fault.answer({ earlyUsage: { input_tokens: 0, output_tokens: 0 } }));
    const { events } = await summarize(config);
    expect(events[0]).toMatchObject({ kind: 'started', usage: null });
    const { input_tokens: input, output_tokens: output } = server.answerFor(
      requestFor(config),
    ).usage;
    expect(events.at(-2)).toMatchObject({ kind: 'usage', usage: { input, output } });
  });

  test('has told no final usage when words arrived that were not counted', async () => {
    const { server, config } = await setUp();
    server.next(fault.usage({ output_tokens: 0 }));
    expect((await summarize(config)).events.filter(({ kind }) => kind === 'usage')).toEqual([]);
  });
});

describe('the models of an endpoint of the user’s own', () => {
  test.each<[NonNullable<Compatible['lists']>, object]>([
    ['models', { name: `${typed} (demo)`, maxInput: 128_000, thinking: ['disabled', 'enabled'] }],
    ['openai', { name: typed, maxInput: null, maxOutput: null, thinking: [], efforts: [] }],
  ])('are read from a list of %s', async (lists, model) => {
    const { config } = await setUp({ lists });
    expect(await list(config)).toMatchObject([{ id: typed, ...model }]);
  });

  test('are none where there is no list, and nothing is wrong', async () => {
    const { config } = await setUp({ lists: 'missing' });
    expect(await list(config)).toBeNull();
  });

  test.each([
    ['an empty list', fault.json({ object: 'list', data: null })],
    ['a list of another shape', fault.json({ data: [{ name: 'no id' }] })],
    ['a list of another kind', fault.json({ data: 'none' })],
    ['no list at all', fault.json(['a'])],
    ['a method that is not there', fault.html(405, 'Method Not Allowed')],
  ])('are none in %s', async (_, plan) => {
    const { server, config } = await setUp();
    server.nextModels(plan);
    expect(await list(config)).toBeNull();
  });
});

describe('what is wrong with an endpoint of the user’s own', () => {
  const rows: [string, Plan, (origin: string) => Problem][] = [
    ['HTML', fault.html(), (origin) => ({ kind: 'not-the-api', origin })],
    ['a page that is not there', fault.html(404), (origin) => ({ kind: 'not-the-api', origin })],
    [
      'a path that is not there',
      fault.json({ detail: 'Not Found' }, 404),
      (origin) => ({ kind: 'not-the-api', origin }),
    ],
    [
      'a method that is not there',
      fault.html(405, 'Method Not Allowed'),
      (origin) => ({ kind: 'not-the-api', origin }),
    ],
    [
      'an error in the words of others',
      fault.json({ error: { message: 'The model does not exist.', code: 404 } }, 404),
      () => ({ kind: 'model-not-found', model: typed }),
    ],
    [
      'an error that is no text',
      fault.json({ error: { message: { deep: ['list'] } } }, 400),
      () => ({ kind: 'request-rejected', message: '' }),
    ],
    [
      'no credit, of accounts that are not Anthropic’s',
      fault.status(402, { message: 'Top up.' }),
      () => ({ kind: 'request-rejected', message: '' }),
    ],
    ['a redirect', fault.redirect('https://evil.example/'), () => ({ kind: 'unreachable' })],
  ];
  test.each(rows)('%s', async (_, plan, problem) => {
    const { server, config } = await setUp();
    server.next(plan);
    const { failure } = await summarize(config);
    const expected = problem(server.origin);
    // On this computer what cannot be reached does not run.
    const local: Problem =
      expected.kind === 'unreachable' ? { kind: 'server-down', origin: server.origin } : expected;
    expect(failure?.problem).toEqual(local);
    expect(server.requests).toHaveLength(1);
  });

  test('the wrong base path is told from a model that is not there', async () => {
    const { server, config } = await setUp({ base: '/api' }, {});
    const wrong = { ...config, baseUrl: server.origin };
    expect((await summarize(wrong)).failure?.problem).toEqual({
      kind: 'not-the-api',
      origin: server.origin,
    });
  });

  test('HTML in the place of the list', async () => {
    const { server, config } = await setUp();
    server.nextModels(fault.html());
    await expect(list(config)).rejects.toMatchObject({
      problem: { kind: 'not-the-api', origin: server.origin },
    });
  });

  test('nobody listens there', async () => {
    const { server, config } = await setUp();
    await server.close();
    const problem = { kind: 'server-down', origin: server.origin };
    expect((await summarize(config)).failure?.problem).toEqual(problem);
    await expect(list(config)).rejects.toMatchObject({ problem });
  });

  test('an echo of the key is not passed on', async () => {
    const { server, config } = await setUp();
    server.next(
      fault.status(400, { message: `unknown field in {"authorization":"Bearer ${key}"}` }),
    );
    const { failure } = await summarize(config);
    expect(failure?.problem.kind).toBe('request-rejected');
    expect(JSON.stringify(failure?.problem)).not.toContain(key);
  });

  test('a sermon is cut short', async () => {
    const { server, config } = await setUp();
    server.next(fault.status(400, { message: 'no '.repeat(100_000) }));
    const { failure } = await summarize(config);
    expect(JSON.stringify(failure?.problem).length).toBeLessThan(2000);
  });

  test('without permission nothing is sent, open as the server may be', async () => {
    const { server, config } = await setUp({ cors: true });
    const { failure } = await summarize(config, false);
    expect(failure?.problem).toEqual({ kind: 'host-not-allowed', origin: server.origin });
    expect(failure?.answered).toMatchObject({ kind: 'rejected', retry: false });
    const listing = endpointFor(config, false).listModels(key, new AbortController().signal);
    await expect(listing).rejects.toMatchObject({ problem: { kind: 'host-not-allowed' } });
    expect(server.requests).toEqual([]);
  });
});
