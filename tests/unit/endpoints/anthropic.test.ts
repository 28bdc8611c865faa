import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anthropicEndpoint } from '../../../utils/core/endpoint';
import { noUsage } from '../../../utils/core/money/usage';
import { type Answered, Failure, type Problem } from '../../../utils/core/problem';
import { anthropic } from '../../../utils/endpoints/anthropic';
import type { EndpointEvent } from '../../../utils/endpoints/endpoint';
import { modelNamed } from '../../stand-in/compatible';
import { fault, type Plan, type StandIn, startStandIn } from '../../stand-in/stand-in';
import { fetchFrom, requestWith, sourceWith } from '../support';
import { bytesOf, receive, type Told, toldAnswer } from '../wire';

const key = 'sk-ant-demo-1234';
let standIn: StandIn;

beforeAll(async () => {
  standIn = await startStandIn();
});
beforeEach(() => standIn.reset());
afterAll(() => standIn.close());

async function collect(
  request = requestWith(),
  withKey = key,
  signal = new AbortController().signal,
): Promise<{ events: EndpointEvent[]; failure: Failure | null; heard: number }> {
  const events: EndpointEvent[] = [];
  let heard = 0;
  try {
    const stream = anthropic(anthropicEndpoint, fetchFrom(standIn)).stream({
      request,
      source: sourceWith(),
      key: withKey,
      signal,
      heard: () => {
        heard += 1;
      },
    });
    for await (const event of stream) events.push(event);
    return { events, failure: null, heard };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { events, failure: error, heard };
  }
}

const textOf = (events: readonly EndpointEvent[]) =>
  events.map((event) => (event.kind === 'text' ? event.text : '')).join('');

describe('the Anthropic endpoint', () => {
  test('tells the start, the text, the final usage and the end of an answer', async () => {
    const { events, failure } = await collect();
    const told = standIn.answerFor(requestWith());
    expect(failure).toBeNull();
    expect(textOf(events)).toBe(told.text);
    expect(events[0]).toMatchObject({ kind: 'started', model: 'claude-haiku-5-5' });
    expect(events.at(-2)).toMatchObject({
      kind: 'usage',
      usage: { input: told.usage.input_tokens, output: told.usage.output_tokens },
    });
    expect(events.at(-1)).toEqual({ kind: 'finished', outcome: { kind: 'done' } });
  });

  test('sends one request, with the key in one header and nothing that the API rejects', async () => {
    await collect();
    expect(standIn.requests).toHaveLength(1);
    const { headers, body } = standIn.requests[0] ?? {};
    expect(headers?.['x-api-key']).toBe(key);
    expect(headers).not.toHaveProperty('authorization');
    expect(body).toEqual(requestWith());
  });

  test('is heard at least once more than text arrives', async () => {
    const { heard, events } = await collect();
    expect(heard).toBeGreaterThan(1);
    expect(events.length).toBeGreaterThan(3);
  });

  test.each([1, 2, 3, 7, 64])('reads the same answer from chunks of %i bytes', async (bytes) => {
    standIn.next(fault.chunked(bytes));
    const request = requestWith({ text: 'Ä ö ü. Ein Satz mit 🙂 und عربي.' });
    const { events } = await collect(request);
    expect(textOf(events)).toBe(standIn.answerFor(request).text);
  });

  test('passes over events and blocks that it does not know', async () => {
    standIn.next(fault.sprinkled());
    const { events, failure } = await collect();
    expect(failure).toBeNull();
    expect(textOf(events)).toBe(standIn.answerFor(requestWith()).text);
  });

  const answer = (change: (event: Told) => Told) =>
    receive([bytesOf(toldAnswer(['Yes.'], counted, counted).map(change))]);
  const counted = { input_tokens: 100, output_tokens: 10 };

  test.each([
    ['an end without a reason', { delta: undefined }],
    ['a reason that is no word', { delta: { stop_reason: 5 } }],
    ['details of another shape', { delta: { stop_reason: 'end_turn', stop_details: 'none' } }],
  ])('knows the bill of an answer with %s', async (_, end) => {
    const { events, failure } = await answer((event) =>
      event.type === 'message_delta' ? { ...event, ...end } : event,
    );
    expect(failure).toBeNull();
    expect(events.slice(-2)).toEqual([
      { kind: 'usage', usage: { ...noUsage, input: 100, output: 10 } },
      { kind: 'finished', outcome: { kind: 'done' } },
    ]);
  });

  test.each<[string, (told: readonly Told[]) => readonly Told[]]>([
    ['that begins without its start', ([_, ...rest]) => rest],
    ['that begins twice', ([first, ...rest]) => (first ? [first, first, ...rest] : rest)],
    [
      'that begins again in the middle',
      ([first, ...rest]) => (first ? [first, ...rest.slice(0, 4), first, ...rest.slice(4)] : rest),
    ],
  ])('does not believe an answer %s', async (_, change) => {
    const { failure } = await receive([bytesOf(change(toldAnswer(['Yes.'], counted, counted)))]);
    expect(failure?.problem).toEqual({ kind: 'unreadable-reply' });
  });

  /** In which order an answer in these pieces is told, its bill after so many of them. */
  const order = async (pieces: readonly string[], billAfter: number) => {
    const told = toldAnswer(pieces, counted, counted);
    const bill = told.filter(({ type }) => type === 'message_delta');
    const others = told.filter(({ type }) => type !== 'message_delta');
    const { events } = await receive([bytesOf(others.toSpliced(3 + billAfter, 0, ...bill))]);
    return events.map((event) => (event.kind === 'text' ? event.text : event.kind));
  };

  test('tells the bill of an answer that ends as a key begins after all of its words', async () => {
    expect(await order(['Two ship', 's'], 2)).toEqual([
      'started',
      'Two ship',
      's',
      'usage',
      'finished',
    ]);
  });

  test('tells a bill before the words that came after it, also where a key could begin', async () => {
    expect(await order(['Two s', 'hip.'], 1)).toEqual([
      'started',
      'Two ',
      'usage',
      'ship.',
      'finished',
    ]);
  });

  test('names its model as shortly as models are named: the name stays with what was spent', async () => {
    const message = { type: 'message', model: 'm'.repeat(1_000_000), usage: counted };
    const { events } = await answer((event) =>
      event.type === 'message_start' ? { ...event, message } : event,
    );
    expect(events[0]).toMatchObject({ kind: 'started', model: 'm'.repeat(200) });
  });

  test('tells that it was refused, whatever shape the details have', async () => {
    const delta = { stop_reason: 'refusal', stop_details: { category: 7 } };
    const { events } = await answer((event) =>
      event.type === 'message_delta' ? { ...event, delta } : event,
    );
    expect(events.at(-1)).toEqual({
      kind: 'finished',
      outcome: { kind: 'refused', category: null },
    });
  });

  test('has the first words of an answer also where its block begins with them', async () => {
    const content_block = { type: 'text', text: 'Oh. ' };
    const { events } = await answer((event) =>
      event.type === 'content_block_start' ? { ...event, content_block } : event,
    );
    expect(textOf(events)).toBe('Oh. Yes.');
  });

  test('has no word where a model begins with an empty line before it thinks', async () => {
    standIn.next(fault.answer({ blankFirst: true, text: '- Yes.' }));
    const { thinking: _, ...thinks } = requestWith();
    const { events, failure } = await collect(thinks);
    const texts = events.flatMap((event) => (event.kind === 'text' ? event.text : []));
    expect(failure).toBeNull();
    expect(texts[0]).toBe('\n\n-');
    expect(texts.join('')).toBe('\n\n- Yes.');
  });

  const outcomes: [string, Plan, EndpointEvent][] = [
    ['max_tokens', fault.stop('max_tokens'), { kind: 'finished', outcome: { kind: 'cut' } }],
    [
      'a full context',
      fault.stop('model_context_window_exceeded'),
      { kind: 'finished', outcome: { kind: 'cut' } },
    ],
    [
      'a refusal',
      fault.refusal('bio'),
      { kind: 'finished', outcome: { kind: 'refused', category: 'bio' } },
    ],
    [
      'a reason of the future',
      fault.stop('tired'),
      { kind: 'finished', outcome: { kind: 'done' } },
    ],
  ];
  test.each(outcomes)('tells %s at the end', async (_, plan, last) => {
    standIn.next(plan);
    expect((await collect()).events.at(-1)).toEqual(last);
  });

  test.each([
    { input_tokens: -1, output_tokens: 1 },
    { input_tokens: 1.5, output_tokens: 1 },
    { input_tokens: 1, output_tokens: 99_000_000 },
  ])('does not believe the usage %j', async (usage) => {
    standIn.next(fault.usage(usage));
    const { events } = await collect();
    expect(events.filter((event) => event.kind === 'usage')).toEqual([]);
  });

  test('ends without an end when the stream does', async () => {
    standIn.next(fault.endEarly(3));
    const { events, failure } = await collect();
    expect(failure).toBeNull();
    expect(events.map((event) => event.kind)).not.toContain('finished');
    expect(textOf(events)).not.toBe('');
  });

  test('closes the connection when it is stopped', async () => {
    const stop = new AbortController();
    standIn.next(fault.hang(3));
    const stream = anthropic(anthropicEndpoint, fetchFrom(standIn)).stream({
      request: requestWith(),
      source: sourceWith(),
      key,
      signal: stop.signal,
      heard: () => {},
    });
    const kinds: string[] = [];
    for await (const event of stream) {
      kinds.push(event.kind);
      if (event.kind === 'text') stop.abort();
    }
    expect(kinds).not.toContain('finished');
    await expect.poll(() => standIn.requests[0]?.closedByClientAt).toBeDefined();
  });
});

const never: Partial<Answered> = { kind: 'rejected', retry: false };
const maybe: Partial<Answered> = { kind: 'ambiguous' };
const again = (afterMs: number | null): Partial<Answered> => ({
  kind: 'rejected',
  retry: { afterMs },
});

describe('a failure of the Anthropic endpoint', () => {
  const statuses: [string, Plan, Problem, Partial<Answered>][] = [
    [
      '400',
      fault.status(400, { message: 'max_tokens: too odd' }),
      { kind: 'request-rejected', message: 'max_tokens: too odd' },
      never,
    ],
    [
      '400, own spend limit',
      fault.status(400, {
        message:
          'You have reached your specified API usage limits. You will regain access on 2026-12-01.',
      }),
      {
        kind: 'spend-limit',
        message:
          'You have reached your specified API usage limits. You will regain access on 2026-12-01.',
      },
      never,
    ],
    [
      '400, no credit',
      fault.status(400, { message: 'Your credit balance is too low to access the Anthropic API.' }),
      { kind: 'no-credit' },
      never,
    ],
    [
      '400, too long',
      fault.status(400, { message: 'prompt is too long: 1300000 tokens > 1000000 maximum' }),
      { kind: 'too-large', tokens: 1_300_000, limit: 1_000_000 },
      never,
    ],
    ['401', fault.status(401), { kind: 'key-refused' }, never],
    [
      '401 of an organisation without browser calls',
      fault.corsForbidden(),
      { kind: 'browser-calls-forbidden' },
      never,
    ],
    ['402', fault.status(402), { kind: 'no-credit' }, never],
    [
      '403',
      fault.status(403, { message: 'No.' }),
      { kind: 'not-permitted', message: 'No.' },
      never,
    ],
    [
      '404',
      fault.status(404, { message: 'model: claude-haiku-5-5' }),
      { kind: 'model-not-found', model: 'claude-haiku-5-5' },
      never,
    ],
    ['413 of a proxy', fault.html(413), { kind: 'too-large', tokens: null, limit: null }, never],
    [
      '429 with a time',
      fault.status(429, { retryAfter: 3 }),
      { kind: 'rate-limited' },
      again(3000),
    ],
    ['429 without a time', fault.status(429), { kind: 'rate-limited' }, never],
    [
      '429 not to be retried',
      fault.status(429, { retryAfter: 3, shouldRetry: false }),
      { kind: 'rate-limited' },
      never,
    ],
    [
      '429, spend limit',
      fault.status(429, { errorCode: 'enforced_spend_limit_reached', message: 'Until December.' }),
      { kind: 'spend-limit', message: 'Until December.' },
      never,
    ],
    ['529', fault.status(529), { kind: 'overloaded' }, again(null)],
    ['503', fault.status(503), { kind: 'overloaded' }, again(null)],
    ['500', fault.status(500), { kind: 'service-failed', status: 500 }, maybe],
    ['504', fault.status(504), { kind: 'service-failed', status: 504 }, maybe],
    ['408', fault.status(408), { kind: 'service-failed', status: 408 }, maybe],
    ['409', fault.status(409), { kind: 'service-failed', status: 409 }, maybe],
  ];
  test.each(statuses)('%s', async (_, plan, problem, answered) => {
    standIn.next(plan);
    const { failure } = await collect();
    expect(failure?.problem).toEqual(problem);
    expect(failure?.answered).toMatchObject(answered);
    expect(standIn.requests).toHaveLength(1);
  });

  test('429 until a time of the day waits until then, and not at all once it is over', async () => {
    const at = (ms: number) => new Date(Date.now() + ms).toUTCString();
    standIn.next(fault.status(429, { retryAfter: at(20_000) }));
    const ahead = (await collect()).failure?.answered;
    expect(ahead).toMatchObject(again(expect.closeTo(19_500, -4)));
    standIn.next(fault.status(429, { retryAfter: at(-20_000) }));
    expect((await collect()).failure?.answered).toMatchObject(again(0));
  });

  test.each([-3_600_000, 3_600_000])(
    '429 until a time of the day waits by the clock that told it, not by one that is %i ms off',
    async (off) => {
      const at = (ms: number) => new Date(Date.now() + off + ms).toUTCString();
      const headers = { date: at(0), 'retry-after': at(20_000) };
      standIn.next(fault.status(429, { headers }));
      expect((await collect()).failure?.answered).toMatchObject(again(20_000));
    },
  );

  const others: [string, Plan, Problem][] = [
    ['a captive portal', fault.html(), { kind: 'captive-portal' }],
    [
      'JSON where a stream was asked for',
      fault.json({ type: 'error', error: { type: 'api_error' } }),
      { kind: 'unreadable-reply' },
    ],
    ['a redirect', fault.redirect('https://evil.example/'), { kind: 'unreachable' }],
    ['a reset connection', fault.refuse(), { kind: 'unreachable' }],
    ['a cut in mid-stream', fault.cut(3), { kind: 'interrupted', cause: 'connection' }],
    ['a line that is no JSON', fault.malformed(3), { kind: 'unreadable-reply' }],
    ['an error in mid-stream', fault.errorEvent(3), { kind: 'service-stopped' }],
  ];
  test.each(others)('%s', async (_, plan, problem) => {
    standIn.next(plan);
    const { failure } = await collect();
    expect(failure?.problem).toEqual(problem);
    expect(failure?.answered.kind).toBe('ambiguous');
    expect(standIn.requests).toHaveLength(1);
  });

  test('is not put down to the connection or the reply where the fault is ours', async () => {
    const ours = new TypeError('undefined is not a function');
    const note = ({ kind }: { readonly kind: string }) => {
      if (kind === 'usage') throw ours;
    };
    const stream = anthropic(anthropicEndpoint, fetchFrom(standIn)).stream({
      request: requestWith(),
      source: sourceWith(),
      key,
      signal: new AbortController().signal,
      heard: () => {},
      note,
    });
    const all = async () => {
      for await (const _ of stream);
    };
    await expect(all()).rejects.toBe(ours);
  });

  test('names a key that the service does not know', async () => {
    expect((await collect(requestWith(), 'sk-ant-wrong')).failure?.problem).toEqual({
      kind: 'key-refused',
    });
  });
});

describe('the model list', () => {
  test('has names, limits and capabilities', async () => {
    const models = await anthropic(anthropicEndpoint, fetchFrom(standIn)).listModels(
      key,
      new AbortController().signal,
    );
    expect(models?.find((model) => model.id === 'claude-haiku-5-5')).toEqual({
      id: 'claude-haiku-5-5',
      name: 'Claude Haiku 5.5 (demo)',
      maxInput: 1_000_000,
      maxOutput: 128_000,
      thinking: ['adaptive', 'disabled'],
      efforts: ['low', 'medium', 'high', 'xhigh', 'max'],
    });
    expect(models?.find((model) => model.id === 'claude-haiku-4-5-20251001')?.efforts).toEqual([]);
  });

  test('is read to its last page', async () => {
    const many = Array.from({ length: 201 }, (_, at) => modelNamed(`model-${at}`));
    const server = await startStandIn({ models: many });
    const models = await anthropic(anthropicEndpoint, fetchFrom(server)).listModels(
      key,
      new AbortController().signal,
    );
    expect(models?.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
    expect(server.requests).toHaveLength(3);
    await server.close();
  });

  test('of a captive portal is none', async () => {
    standIn.nextModels(fault.html());
    const listing = anthropic(anthropicEndpoint, fetchFrom(standIn)).listModels(
      key,
      new AbortController().signal,
    );
    await expect(listing).rejects.toMatchObject({ problem: { kind: 'captive-portal' } });
  });

  test('that does not come in time could not be reached', async () => {
    standIn.nextModels(fault.late(new Promise(() => {})));
    const listing = anthropic(anthropicEndpoint, fetchFrom(standIn)).listModels(
      key,
      AbortSignal.timeout(50),
    );
    await expect(listing).rejects.toMatchObject({ problem: { kind: 'unreachable' } });
  });

  test('is refused to a wrong key', async () => {
    const listing = anthropic(anthropicEndpoint, fetchFrom(standIn)).listModels(
      'sk-ant-wrong',
      new AbortController().signal,
    );
    await expect(listing).rejects.toMatchObject({ problem: { kind: 'key-refused' } });
  });
});
