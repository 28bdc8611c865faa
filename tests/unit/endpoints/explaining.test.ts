import { describe, expect, test, vi } from 'vitest';
import { anthropicEndpoint, type EndpointConfig, originOf } from '../../../utils/core/endpoint';
import { type Answered, Failure, type Problem } from '../../../utils/core/problem';
import type { Endpoint } from '../../../utils/endpoints/endpoint';
import { explaining } from '../../../utils/endpoints/explaining';
import { endpointWith, requestWith, sourceWith } from '../support';

const there = endpointWith();
const here = endpointWith({ baseUrl: 'http://localhost:11434', auth: 'none' });
const api = 'https://api.anthropic.com';
const gateway = 'https://gateway.example.org';
const local = 'http://localhost:11434';

/** An endpoint that fails whatever it is asked. */
function failing(error: unknown): Endpoint {
  return {
    // biome-ignore lint/correctness/useYield: it fails before it says anything.
    async *stream() {
      throw error;
    },
    listModels: () => Promise.reject(error),
  };
}

interface Network {
  readonly online?: boolean;
  readonly allowed?: boolean;
}

async function said(
  error: unknown,
  config: EndpointConfig,
  { online = true, allowed = true }: Network = {},
): Promise<readonly [unknown, unknown]> {
  const mayReach = vi.fn(async () => allowed);
  const endpoint = explaining(failing(error), config, { isOnline: () => online, mayReach });
  const signal = new AbortController().signal;
  const outgoing = { request: requestWith(), source: sourceWith(), key: null, signal, heard() {} };
  const streaming = (async () => {
    for await (const _ of endpoint.stream(outgoing)) throw new Error('it said something');
  })();
  const both = await Promise.allSettled([streaming, endpoint.listModels(null, signal)]);
  return both.map((each) => (each.status === 'rejected' ? each.reason : null)) as never;
}

async function problemSaid(problem: Problem, config: EndpointConfig, network?: Network) {
  const [streamed, listed] = await said(new Failure(problem), config, network);
  if (!(streamed instanceof Failure) || !(listed instanceof Failure)) throw new Error('no failure');
  expect(listed.problem).toEqual(streamed.problem);
  return streamed.problem;
}

const unreachable: Problem = { kind: 'unreachable' };
const portal: Problem = { kind: 'captive-portal' };

describe('a server that cannot be reached', () => {
  test.each<[string, EndpointConfig, Network, Problem]>([
    ['Anthropic’s, offline', anthropicEndpoint, { online: false }, { kind: 'offline' }],
    ['another, offline', there, { online: false }, { kind: 'offline' }],
    ['this computer’s, offline', here, { online: false }, { kind: 'server-down', origin: local }],
    [
      'Anthropic’s, taken back by the user',
      anthropicEndpoint,
      { allowed: false },
      { kind: 'host-not-allowed', origin: api },
    ],
    [
      'another, not allowed yet',
      there,
      { allowed: false },
      { kind: 'host-not-allowed', origin: gateway },
    ],
    [
      'this computer’s, not allowed yet',
      here,
      { allowed: false },
      { kind: 'host-not-allowed', origin: local },
    ],
    [
      'this computer’s, not allowed and offline',
      here,
      { allowed: false, online: false },
      { kind: 'host-not-allowed', origin: local },
    ],
    ['Anthropic’s, for no reason that is known', anthropicEndpoint, {}, unreachable],
    ['another, for no reason that is known', there, {}, unreachable],
    ['this computer’s, allowed', here, {}, { kind: 'server-down', origin: local }],
  ])('%s', async (_, config, network, problem) =>
    expect(await problemSaid(unreachable, config, network)).toEqual(problem),
  );
});

describe('what only Anthropic can mean', () => {
  const rejected = (message: string): Problem => ({ kind: 'request-rejected', message });
  const cases: [Problem, Problem][] = [
    [{ kind: 'no-credit' }, rejected('')],
    [{ kind: 'browser-calls-forbidden' }, rejected('')],
    [{ kind: 'spend-limit', message: 'Until December.' }, rejected('Until December.')],
    [{ kind: 'not-permitted', message: 'No.' }, rejected('No.')],
  ];
  test.each(cases)('$kind is said of Anthropic alone', async (problem, elsewhere) => {
    expect(await problemSaid(problem, anthropicEndpoint)).toEqual(problem);
    expect(await problemSaid(problem, there)).toEqual(elsewhere);
    expect(await problemSaid(problem, here)).toEqual(elsewhere);
  });

  test('a page instead of an answer is a captive portal there, and not the API anywhere else', async () => {
    expect(await problemSaid(portal, anthropicEndpoint)).toEqual(portal);
    expect(await problemSaid(portal, there)).toEqual({ kind: 'not-the-api', origin: gateway });
    expect(await problemSaid(portal, here)).toEqual({ kind: 'not-the-api', origin: local });
  });

  test.each<Problem>([
    { kind: 'key-refused' },
    { kind: 'rate-limited' },
    { kind: 'overloaded' },
    { kind: 'service-failed', status: 500 },
    { kind: 'service-stopped' },
    { kind: 'model-not-found', model: 'm' },
    { kind: 'too-large', tokens: 2, limit: 1 },
    { kind: 'request-rejected', message: 'max_tokens' },
    { kind: 'interrupted', cause: 'connection' },
    { kind: 'unreadable-reply' },
  ])('$kind means the same everywhere', async (problem) => {
    for (const config of [anthropicEndpoint, there, here])
      expect(await problemSaid(problem, config, { online: false })).toEqual(problem);
  });
});

test.each([there, here])(
  'a server at $baseUrl that the user has not allowed is asked nothing',
  async (config) => {
    const asked = vi.fn();
    const quiet: Endpoint = {
      async *stream() {
        yield asked();
      },
      listModels: asked,
    };
    const connection = { isOnline: () => true, mayReach: async () => false };
    const endpoint = explaining(quiet, config, connection);
    const { signal } = new AbortController();
    const outgoing = {
      request: requestWith(),
      source: sourceWith(),
      key: 'gw-1',
      signal,
      heard() {},
    };
    const refused = {
      problem: { kind: 'host-not-allowed', origin: originOf(config) },
      answered: { kind: 'rejected', retry: false },
    };
    await expect(endpoint.listModels('gw-1', signal)).rejects.toMatchObject(refused);
    await expect(endpoint.stream(outgoing)[Symbol.asyncIterator]().next()).rejects.toMatchObject(
      refused,
    );
    expect(asked).not.toHaveBeenCalled();
  },
);

test('whether a request may be sent again is told as it was', async () => {
  const answered: Answered = { kind: 'rejected', requestId: 'req_1', retry: { afterMs: 5 } };
  const [streamed] = await said(new Failure({ kind: 'no-credit' }, answered), there);
  expect(streamed).toMatchObject({ answered });
});

test('what is no failure of ours is passed on as it is', async () => {
  const error = new RangeError('a bug');
  expect(await said(error, there)).toEqual([error, error]);
});
