// @vitest-environment node
import { expect, test } from 'vitest';
import { anthropicEndpoint } from '../../../utils/core/endpoint';
import { mostOf } from '../../../utils/core/money/cost';
import { receiptOf } from '../../../utils/core/money/receipt';
import { noUsage } from '../../../utils/core/money/usage';
import { reduce } from '../../../utils/core/runs/run';
import { isWhole } from '../../../utils/core/runs/turn';
import { anthropic } from '../../../utils/endpoints/anthropic';
import { run, turn } from '../../gallery/data/runs';
import { requestWith, sourceWith, unstopped } from '../support';

type Told = Readonly<Record<string, unknown>>;

/** Of a prompt of at most 1,500 tokens with up to 1,000 tokens of answer, on Haiku 5.5, in the US. */
const inUs = (nano: number) => Math.round(nano * 110) / 100;
const upper = inUs(1500 * 100 + 1000 * 500);

/** A stream with these reports of usage, written as the service writes: padded, pings between, an empty delta. */
function streamOf(model: string, first: unknown, later: readonly unknown[]): string {
  const message = { model, id: 'msg_1', type: 'message', role: 'assistant', content: [] };
  const events: Told[] = [
    { type: 'message_start', message: { ...message, stop_reason: null, usage: first } },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'ping' },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: '' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Yes.' } },
    { type: 'content_block_stop', index: 0 },
    ...later.map((usage) => ({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage })),
    { type: 'message_stop' },
  ];
  return events
    .map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event).slice(0, -1)}     }\n\n`)
    .join('');
}

/** The receipt of a turn with such a stream, by the parser, the reducer and the arithmetic that all turns go through. */
async function receiptFor(
  model: string,
  first: unknown,
  later: readonly unknown[],
  output = 8192,
  asked = model,
) {
  const headers = { 'content-type': 'text/event-stream; charset=utf-8' };
  const send = async () => new Response(streamOf(model, first, later), { headers });
  const outgoing = {
    request: requestWith(),
    source: sourceWith(),
    key: 'sk-ant-demo-1234',
    signal: unstopped,
    heard: () => {},
  };
  const sent = turn(
    { kind: 'sending' },
    { model: asked, asked: { endpointId: anthropicEndpoint.id, model: asked }, maxOutput: output },
  );
  let state = run(sourceWith(), { turns: [sent] });
  for await (const event of anthropic(anthropicEndpoint, send).stream(outgoing))
    if (event.kind !== 'finished') state = reduce(state, event);
  const last = state.turns.at(-1);
  if (!last) throw new Error('no turn');
  const sentAt = Date.UTC(2026, 10, 22);
  const whole = isWhole({ kind: 'done' });
  return receiptOf({ ...last, whole, sentAt, firstWordMs: null, wholeMs: null });
}

const split = (short: number, long: number) => ({
  ephemeral_5m_input_tokens: short,
  ephemeral_1h_input_tokens: long,
});

/** As recorded: all of it at the start, and at the end without the split, the tier and the geography. */
function recorded(input: number, early: number, output: number, geography?: string) {
  const cache = { cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };
  const served = { service_tier: 'standard', ...(geography && { inference_geo: geography }) };
  return [
    {
      input_tokens: input,
      ...cache,
      cache_creation: split(0, 0),
      output_tokens: early,
      ...served,
    },
    [{ input_tokens: input, ...cache, output_tokens: output }],
  ] as const;
}

/** Name, model, reports, and the sum by hand in nano-dollars. */
const streams: readonly (readonly [string, string, unknown, readonly unknown[], number])[] = [
  // Recorded by simonw/llm-anthropic and crmne/ruby_llm, their reports as they came.
  ['recorded: adaptive thinking', 'claude-opus-4-6', ...recorded(34, 0, 44, 'global'), 1_270_000],
  ['recorded: a prompt', 'claude-sonnet-4-5-20250929', ...recorded(17, 1, 10, 'na'), 201_000],
  ['recorded: stop sequences', 'claude-haiku-4-5-20251001', ...recorded(16, 3, 28), 156_000],
  ['recorded: a schema', 'claude-sonnet-4-5-20250929', ...recorded(230, 1, 94), 2_100_000],
  ['recorded: thinking', 'claude-sonnet-4-5-20250929', ...recorded(46, 3, 84), 1_398_000],
  ['recorded: an address', 'claude-sonnet-4-5-20250929', ...recorded(273, 1, 206), 3_909_000],
  ['recorded: citations', 'claude-haiku-4-5-20251001', ...recorded(672, 1, 39), 867_000],
  [
    'reports replace each other and never add',
    'claude-haiku-5-5',
    { input_tokens: 43, output_tokens: 1 },
    [
      { input_tokens: 43, output_tokens: 20 },
      { input_tokens: 61, output_tokens: 45 },
    ],
    61 * 100 + 45 * 500,
  ],
  [
    'what the end leaves out stays as at the start',
    'claude-opus-5-5',
    {
      input_tokens: 5,
      cache_read_input_tokens: 7,
      cache_creation_input_tokens: 30,
      cache_creation: split(10, 20),
      output_tokens: 1,
    },
    [{ output_tokens: 9 }],
    5 * 4000 + 7 * 200 + 10 * 5000 + 20 * 8000 + 9 * 20_000,
  ],
  [
    'nulls are nothing told',
    'claude-sonnet-5-5',
    {
      input_tokens: 100,
      cache_read_input_tokens: null,
      cache_creation_input_tokens: null,
      cache_creation: null,
      output_tokens: 1,
      output_tokens_details: null,
      server_tool_use: null,
      service_tier: null,
      inference_geo: null,
      speed: null,
    },
    [
      {
        input_tokens: null,
        cache_read_input_tokens: null,
        cache_creation_input_tokens: null,
        output_tokens: 12,
        output_tokens_details: null,
        server_tool_use: null,
      },
    ],
    100 * 2000 + 12 * 10_000,
  ],
  [
    'a cache without its split is the one of five minutes',
    'claude-sonnet-5-5',
    { input_tokens: 10, cache_creation_input_tokens: 400, output_tokens: 1 },
    [{ output_tokens: 2 }],
    10 * 2000 + 400 * 2500 + 2 * 10_000,
  ],
  [
    'a split that tells less than was written leaves the rest to five minutes',
    'claude-sonnet-5-5',
    {
      input_tokens: 10,
      cache_creation_input_tokens: 400,
      cache_creation: split(0, 100),
      output_tokens: 1,
    },
    [{ output_tokens: 2 }],
    10 * 2000 + 300 * 2500 + 100 * 4000 + 2 * 10_000,
  ],
  [
    'thinking is inside the output',
    'claude-haiku-5-5',
    { input_tokens: 100, output_tokens: 1 },
    [{ output_tokens: 300, output_tokens_details: { thinking_tokens: 250 } }],
    100 * 100 + 300 * 500,
  ],
  [
    'searches of the web cost a cent each, in the US and elsewhere',
    'claude-sonnet-5-5',
    { input_tokens: 2679, output_tokens: 3, inference_geo: 'us' },
    [{ input_tokens: 5000, output_tokens: 510, server_tool_use: { web_search_requests: 2 } }],
    Math.round((5000 * 2000 + 510 * 10_000) * 1.1) + 20_000_000,
  ],
  [
    'of less that was written, no more was written for an hour than that',
    'claude-opus-5-5',
    {
      input_tokens: 5,
      cache_creation_input_tokens: 30,
      cache_creation: split(10, 20),
      output_tokens: 1,
    },
    [{ input_tokens: 30, cache_creation_input_tokens: 15, output_tokens: 9 }],
    30 * 4000 + 15 * 8000 + 9 * 20_000,
  ],
  [
    'an end that tells the lifetimes of a cache is taken at its word',
    'claude-sonnet-5-5',
    { input_tokens: 10, cache_creation_input_tokens: 0, output_tokens: 1 },
    [
      {
        input_tokens: 10,
        cache_creation_input_tokens: 500,
        cache_creation: split(100, 400),
        output_tokens: 2,
      },
    ],
    10 * 2000 + 100 * 2500 + 400 * 4000 + 2 * 10_000,
  ],
  [
    'an end that tells of lifetimes only tells of both',
    'claude-sonnet-5-5',
    { input_tokens: 10, output_tokens: 1 },
    [{ cache_creation: split(100, 400), output_tokens: 2 }],
    10 * 2000 + 100 * 2500 + 400 * 4000 + 2 * 10_000,
  ],
  [
    'where it was served may be told at the end',
    'claude-haiku-5-5',
    { input_tokens: 100, output_tokens: 1 },
    [{ output_tokens: 10, inference_geo: 'us', service_tier: 'standard', speed: 'standard' }],
    Math.round((100 * 100 + 10 * 500) * 1.1),
  ],
  [
    'how fast may be told at the end, and in the US it costs more as well',
    'claude-opus-5-5',
    { input_tokens: 100, output_tokens: 1, inference_geo: 'us' },
    [{ output_tokens: 10, speed: 'fast' }],
    Math.round(2 * (100 * 4000 + 10 * 20_000) * 1.1),
  ],
  [
    'pages that the service fetched cost their tokens alone, and fields that nobody knows nothing',
    'claude-haiku-5-5',
    { input_tokens: 100, output_tokens: 1, tomorrow: { tokens: 5 } },
    [
      {
        output_tokens: 10,
        server_tool_use: { web_search_requests: 0, web_fetch_requests: 3 },
        tomorrow: 'more',
      },
    ],
    100 * 100 + 10 * 500,
  ],
  [
    'steps of the model itself are in the sums already',
    'claude-haiku-5-5',
    { input_tokens: 100, output_tokens: 1 },
    [
      {
        output_tokens: 10,
        iterations: [
          { type: 'message', input_tokens: 50, output_tokens: 4 },
          { type: 'message', input_tokens: 50, output_tokens: 6 },
        ],
      },
    ],
    100 * 100 + 10 * 500,
  ],
  [
    'steps of a shape that nobody knows change nothing',
    'claude-haiku-5-5',
    { input_tokens: 100, output_tokens: 1, iterations: { count: 2 } },
    [{ output_tokens: 10, iterations: [7, { kind: 'step' }] }],
    100 * 100 + 10 * 500,
  ],
  [
    'fast costs twice',
    'claude-opus-5-5',
    { input_tokens: 100, output_tokens: 1, speed: 'fast' },
    [{ output_tokens: 10 }],
    2 * (100 * 4000 + 10 * 20_000),
  ],
  [
    'who counts at the end only has counted',
    'claude-haiku-5-5',
    { input_tokens: 0, output_tokens: 0 },
    [{ input_tokens: 120, output_tokens: 30 }],
    120 * 100 + 30 * 500,
  ],
  [
    'no usage at the start at all',
    'claude-haiku-5-5',
    null,
    [{ input_tokens: 120, output_tokens: 30 }],
    120 * 100 + 30 * 500,
  ],
  [
    'an end with a split of the cache that tells nothing leaves it as it was',
    'claude-sonnet-5-5',
    {
      input_tokens: 10,
      cache_creation_input_tokens: 50,
      cache_creation: split(0, 50),
      output_tokens: 1,
    },
    [{ output_tokens: 2, cache_creation: {} }],
    10 * 2000 + 50 * 4000 + 2 * 10_000,
  ],
  [
    'a report without usage between others',
    'claude-haiku-5-5',
    { input_tokens: 120, output_tokens: 1 },
    [{ output_tokens: 30 }, undefined],
    120 * 100 + 30 * 500,
  ],
];

test.each(streams)('%s', async (_, model, first, later, nano) => {
  const { cost, doubt } = await receiptFor(model, first, later);
  expect(doubt).toBeUndefined();
  expect(cost).toEqual({ kind: 'exact', nano });
});

test.each([
  ['a priority tier', { service_tier: 'priority' }],
  ['a batch', { service_tier: 'batch' }],
  ['a priority tier, fast', { service_tier: 'priority', speed: 'fast' }],
  ['a speed that nobody knows', { speed: 'slow' }],
  ['a compaction, which the sums leave out', { iterations: [{ type: 'compaction' }] }],
  ['advice of another model', { iterations: [{ type: 'message' }, { type: 'advisor_message' }] }],
  ['an answer by another model', { iterations: [{ type: 'fallback_message' }] }],
])(
  '%s has no price that is known, told at the start or at the end: a budget counts what it allowed for',
  async (_, how) => {
    const start = { input_tokens: 100, output_tokens: 1 };
    const end = { output_tokens: 10 };
    const model = 'claude-opus-5-5';
    const atStart = await receiptFor(model, { ...start, ...how }, [end]);
    const atEnd = await receiptFor(model, start, [{ ...end, ...how }]);
    const unknown = { kind: 'unknown', atMost: inUs(1500 * 4000 + 8192 * 20_000) };
    expect([atStart.cost, atEnd.cost]).toEqual([unknown, unknown]);
  },
);

test('an answer under another name has no price, but a budget counts what was asked for', async () => {
  const end = [{ output_tokens: 10 }];
  const start = { input_tokens: 100, output_tokens: 1 };
  const named = await receiptFor('claude-next', start, end, 1000, 'claude-haiku-5-5');
  expect(named.cost).toEqual({ kind: 'unknown', atMost: upper });
  expect(mostOf(named.cost)).toBe(upper);
});

const doubted: readonly (readonly [string, unknown, readonly unknown[], object])[] = [
  ['missing', null, [undefined], { claimed: null, atMost: upper }],
  ['missing', { input_tokens: 0, output_tokens: 0 }, [{ output_tokens: 0 }], { atMost: upper }],
  ['missing', { input_tokens: 9, output_tokens: 0 }, [{ output_tokens: 0 }], { atMost: upper }],
  ['negative', { input_tokens: -1, output_tokens: 1 }, [], { claimed: null, atMost: upper }],
  ['negative', { input_tokens: 9, output_tokens: 1 }, [{ output_tokens: -5 }], { atMost: upper }],
  ['fractional', { input_tokens: 1.5, output_tokens: 1 }, [], { claimed: null, atMost: upper }],
  ['huge', { input_tokens: 10_000_001, output_tokens: 1 }, [], { claimed: null, atMost: upper }],
  ['huge', { input_tokens: 9, output_tokens: 1 }, [{ output_tokens: 1e300 }], { atMost: upper }],
  [
    'malformed',
    { input_tokens: 9, output_tokens: 1 },
    [{ output_tokens: 20, output_tokens_details: { thinking_tokens: 500 } }],
    { claimed: null, atMost: upper },
  ],
  ['malformed', { input_tokens: '12', output_tokens: 1 }, [], { claimed: null, atMost: upper }],
  ['malformed', 'much', [], { claimed: null, atMost: upper }],
  ['malformed', { input_tokens: 9, output_tokens: 1 }, [{}], { claimed: null, atMost: upper }],
  [
    'decreasing',
    { input_tokens: 900, output_tokens: 80 },
    [{ output_tokens: 70 }],
    { claimed: 900 * 100 + 80 * 500, atMost: upper },
  ],
  [
    'decreasing',
    { input_tokens: 900, output_tokens: 1 },
    [{ input_tokens: 5, output_tokens: 10 }],
    { claimed: 900 * 100 + 10 * 500, atMost: upper },
  ],
  [
    'decreasing',
    { input_tokens: 900, output_tokens: 1, server_tool_use: { web_search_requests: 3 } },
    [{ output_tokens: 10, server_tool_use: { web_search_requests: 1 } }],
    { claimed: 900 * 100 + 10 * 500 + 30_000_000, atMost: upper + 30_000_000 },
  ],
  [
    'more-output',
    { input_tokens: 900, output_tokens: 1 },
    [{ output_tokens: 1001 }],
    { claimed: 900 * 100 + 1001 * 500, atMost: inUs(1500 * 100 + 1001 * 500) },
  ],
  [
    'more-output',
    { input_tokens: 900, output_tokens: 1 },
    [{ output_tokens: 9000 }],
    { claimed: 900 * 100 + 9000 * 500, atMost: inUs(1500 * 100 + 9000 * 500) },
  ],
  [
    'more-input',
    { input_tokens: 200_000, output_tokens: 1 },
    [{ output_tokens: 10 }],
    { claimed: 200_000 * 500 + 10 * 2500, atMost: inUs(200_000 * 500 + 1000 * 2500) },
  ],
];

test.each(doubted)('%s usage is not believed: %j, %j', async (kind, first, later, cost) => {
  const receipt = await receiptFor('claude-haiku-5-5', first, later, 1000);
  expect(receipt.doubt?.kind).toBe(kind);
  expect(receipt.cost).toMatchObject({ kind: 'unverified', ...cost });
  expect(receipt.saved).toBeNull();
});

test('a report that is not believed is kept as it was written', async () => {
  const later = { output_tokens: -5, extra: 'as it came' };
  const { doubt } = await receiptFor('claude-haiku-5-5', { input_tokens: 9, output_tokens: 1 }, [
    later,
  ]);
  expect(doubt).toEqual({ kind: 'negative', raw: JSON.stringify(later) });
});

test('the first doubt stays, whatever is reported after it', async () => {
  const { doubt, cost } = await receiptFor(
    'claude-haiku-5-5',
    { input_tokens: 9, output_tokens: 1 },
    [{ output_tokens: 1.5 }, { output_tokens: -5 }, { output_tokens: 20 }],
  );
  expect(doubt?.kind).toBe('fractional');
  expect(cost).toMatchObject({ kind: 'unverified', claimed: 9 * 100 + 20 * 500 });
});

test('a usage that was told before the last words is not of all of them', () => {
  const usage = { ...noUsage, input: 100, output: 2 };
  const sent = run(sourceWith(), { turns: [turn({ kind: 'streaming' }, { maxOutput: 1000 })] });
  const told = reduce(sent, { kind: 'usage', usage });
  const more = reduce(told, { kind: 'text', text: 'five words that came later' });
  const [last] = more.turns;
  if (!last) throw new Error('no turn');
  const broken = { ...last, whole: false, sentAt: Date.UTC(2026, 10, 22) };
  const { cost } = receiptOf({ ...broken, firstWordMs: null, wholeMs: null });
  expect(cost).toEqual({
    kind: 'between',
    atLeast: 100 * 100 + 5 * 500,
    atMost: 100 * 100 + 1000 * 500,
  });
});
