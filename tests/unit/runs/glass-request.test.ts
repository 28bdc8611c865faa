import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mediaData } from '../../../utils/capture/media-data';
import { glassCommands } from '../../../utils/commands/glass-commands';
import type { Staff } from '../../../utils/commands/staff';
import { anthropicEndpoint, deviceEndpoint } from '../../../utils/core/endpoint';
import type { Run } from '../../../utils/core/runs/run';
import type { Source } from '../../../utils/core/source/source';
import { digest } from '../../../utils/digest';
import { anthropic } from '../../../utils/endpoints/anthropic';
import { device } from '../../../utils/endpoints/device';
import type { Choices } from '../../../utils/runs/choices';
import { createRunner } from '../../../utils/runs/runner';
import { fromRecord, toRecord } from '../../../utils/store/run-record';
import { fault, type StandIn, startStandIn } from '../../stand-in/stand-in';
import {
  choicesWith,
  endpointWith,
  fetchFrom,
  instructionFor,
  noFiles,
  sourceWith,
} from '../support';
import { startOn, usualParts } from './parts';

const key = 'sk-ant-demo-canary';
const text = `It was cold, said ada@example.org: "really".\n`.repeat(200);
const picture = {
  kind: 'image',
  type: 'image/png',
  file: 'picture',
  width: 40,
  height: 40,
} as const;
const png =
  'iVBORw0KGgoAAAANSUhEUgAAACgAAAAoCAIAAAADnC86AAAAMElEQVR42u3NMQEAAAgDILV/51nBzwci0JlYYUkSAQEBAQEBAQEBAQEBAQEBAQEBge2BBQPvAE5G3XhLAAAAAElFTkSuQmCC';

let api: StandIn;
beforeAll(async () => {
  api = await startStandIn({ keys: [key] });
});
beforeEach(() => {
  fakeBrowser.reset();
  api.reset();
});
afterAll(() => api.close());

function world(chosen: Partial<Choices> = {}) {
  const files = { ...noFiles, get: async (id: string) => (id === 'picture' ? png : null) };
  const means = {
    open: (config: Choices['endpoint']) =>
      config.id === deviceEndpoint.id
        ? device({ summarize: async () => null })
        : anthropic(config, fetchFrom(api)),
    choices: async () => choicesWith(chosen),
    findAccess: async () => ({ kind: 'granted', key }) as const,
    time: { now: () => Date.now(), ticks: () => performance.now(), random: () => 0 },
  };
  const runner = createRunner({
    ...usualParts(),
    ...means,
    digest,
    dataOf: (media) => mediaData(media, files),
  });
  const staff = { runner, means, files } as unknown as Staff;
  const ended = (turns: number, state: string) =>
    vi.waitFor(
      async () => {
        const run = (await runner.find('id-1')) as Run;
        const kind = run.state.kind === 'active' ? run.turns.at(-1)?.state.kind : run.state.kind;
        expect([run.turns.length, kind]).toEqual([turns, state]);
        return run;
      },
      { timeout: 15_000 },
    );
  return {
    staff,
    async begin(source: Source, id: 'summarize' | 'describe-image' = 'summarize', state = 'done') {
      runner.begin(startOn(source, instructionFor(id)));
      return ended(state === 'confirming' ? 0 : 1, state);
    },
    async ask(question: string, turns: number) {
      await runner.ask({ runId: 'id-1', tabId: 1, question, unsaved: false });
      return ended(turns, 'done');
    },
    /** Another model, which costs less: that is always asked before. */
    async askCheaper(model: string) {
      const question = 'Is it?';
      await runner.ask({ runId: 'id-1', tabId: 1, question, unsaved: false, model, cheaper: true });
      return ended(1, 'confirming');
    },
    confirm: (turns = 1) => runner.confirm('id-1').then(() => ended(turns, 'done')),
    requestOf: (turnId: string | null) =>
      glassCommands['turn-request']({ kind: 'turn-request', runId: 'id-1', turnId }, staff),
    wouldBe: (source: Source, shielded = false) =>
      glassCommands['start-request'](
        {
          kind: 'start-request',
          tabId: 1,
          actionId: source.media ? 'describe-image' : 'summarize',
          controls: {},
          question: '',
          source,
          shielded,
          endpointId: null,
        },
        staff,
      ),
  };
}

const posts = () => api.requests.filter(({ path }) => path === '/v1/messages');

/** The headers that the client set, as the server got them. */
function gotHeaders(names: Iterable<string>, index = 0) {
  const { headers = {} } = posts()[index] ?? {};
  return Object.fromEntries(Array.from(names, (name) => [name, headers[name]]));
}

const shielding: Partial<Choices> = { shield: { sites: ['example.org'], words: ['cold'] } };

describe('the request of a turn', () => {
  test.each([
    ['a selection', sourceWith({ text }), {}],
    ['personal data hidden', sourceWith({ text }), shielding],
    [
      'a compatible server',
      sourceWith({ text }),
      { endpoint: endpointWith({ baseUrl: 'https://api.anthropic.com' }) },
    ],
    ['a picture', sourceWith({ text: '', kind: 'image', media: picture }), {}],
  ] as const)('is what was sent, byte for byte: %s', async (_, source, chosen) => {
    const { begin, requestOf, wouldBe } = world(chosen);
    const before = await wouldBe(source, 'shield' in chosen);
    expect(posts()).toEqual([]);
    const run = await begin(source, source.media ? 'describe-image' : 'summarize');
    const shown = await requestOf(run.turns[0]?.id ?? '');
    expect(shown).toMatchObject({ kind: 'sent', body: posts()[0]?.text });
    expect(before).toMatchObject({ kind: 'planned', body: posts()[0]?.text });
  });

  test('of each of several turns is its own, with the cache and what was hidden, also when it was stored', async () => {
    const { begin, ask, requestOf } = world(shielding);
    await begin(sourceWith({ text }));
    await ask('Is it ada@example.org?', 2);
    const run = await ask('And bob@example.org?', 3);
    expect(posts()[1]?.text).toContain('cache_control');
    expect(posts()[2]?.text).not.toContain('bob@');
    for (const [index, turn] of run.turns.entries())
      expect(await requestOf(turn.id)).toMatchObject({ kind: 'sent', body: posts()[index]?.text });
    const stored = fromRecord(structuredClone(toRecord(run)), run.source?.text);
    expect(stored?.turns.map(({ mould }) => mould)).toEqual(run.turns.map(({ mould }) => mould));
    expect(stored?.turns.map(({ exchange }) => exchange)).toEqual(
      run.turns.map(({ exchange }) => exchange),
    );
  });

  test('is what was sent then, also once more words are to be hidden in what follows', async () => {
    const chosen: Partial<Choices> = { ...shielding };
    const { begin, ask, requestOf } = world(chosen);
    await begin(sourceWith({ text }));
    Object.assign(chosen, { shield: { sites: ['example.org'], words: ['cold', 'really'] } });
    const run = await ask('Is it?', 2);
    expect(posts()[1]?.text).toContain('[WORD_2]');
    for (const [index, turn] of run.turns.entries())
      expect(await requestOf(turn.id)).toMatchObject({ kind: 'sent', body: posts()[index]?.text });
  });

  test('that waits for consent is what is sent then', async () => {
    const { begin, confirm, requestOf } = world({ thresholds: { nano: 0, tokens: 50_000 } });
    await begin(sourceWith({ text }), 'summarize', 'confirming');
    const shown = await requestOf(null);
    expect(posts()).toEqual([]);
    await confirm();
    expect(shown).toMatchObject({ kind: 'planned', body: posts()[0]?.text });
  });

  test('that waits for consent is what is sent then, also of a follow-up to another model', async () => {
    const { begin, askCheaper, confirm, requestOf } = world();
    await begin(sourceWith({ text }));
    await askCheaper('claude-sonnet-5-5');
    const shown = await requestOf(null);
    await confirm(2);
    expect(posts()[1]?.text).toContain('claude-sonnet-5-5');
    expect(shown).toMatchObject({ kind: 'planned', body: posts()[1]?.text });
  });

  test('of a follow-up that waits is gone with its endpoint', async () => {
    const other: Partial<Choices> = {};
    const { begin, askCheaper, requestOf } = world(other);
    await begin(sourceWith({ text }));
    await askCheaper('claude-sonnet-5-5');
    Object.assign(other, { endpoint: endpointWith() });
    expect(await requestOf(null)).toEqual({ kind: 'gone' });
  });

  test('names all headers that were set, and never the key', async () => {
    const { begin, requestOf, wouldBe } = world();
    const before = await wouldBe(sourceWith());
    const run = await begin(sourceWith());
    const after = await requestOf(run.turns[0]?.id ?? '');
    if (before.kind !== 'planned' || after.kind !== 'sent') throw new Error('No request');
    expect(after.sent.address).toBe(`${anthropicEndpoint.baseUrl}/v1/messages`);
    expect(after.sent).toEqual(before.sent);
    const told = Object.fromEntries(after.sent.headers);
    expect(told).toMatchObject({ 'x-api-key': '$ANTHROPIC_API_KEY' });
    expect(gotHeaders(Object.keys(told))).toEqual({ ...told, 'x-api-key': key });
    expect(JSON.stringify([run, before, after])).not.toContain(key);
  });

  test.each([
    ['bearer', { authorization: 'Bearer $ANTHROPIC_API_KEY' }],
    ['none', {}],
  ] as const)('to a server that takes its key so: %s', async (auth, headers) => {
    const { wouldBe } = world({ endpoint: endpointWith({ auth }) });
    const shown = await wouldBe(sourceWith());
    if (shown.kind !== 'planned') throw new Error('No request');
    expect(shown.sent.address).toBe('https://gateway.example.org/v1/messages');
    const { authorization, 'x-api-key': key } = Object.fromEntries(shown.sent.headers);
    expect({ authorization, key }).toEqual({
      key: undefined,
      authorization: undefined,
      ...headers,
    });
  });

  test('on the device is none', async () => {
    const { begin, requestOf, wouldBe } = world({ endpoint: deviceEndpoint, model: 'device' });
    expect(await wouldBe(sourceWith())).toEqual({ kind: 'nothing' });
    const run = await begin(sourceWith());
    expect(await requestOf(run.turns[0]?.id ?? '')).toEqual({ kind: 'nothing' });
    expect(run.turns[0]?.exchange).toBeUndefined();
  });

  test.each([
    ['its text has been changed', { source: sourceWith({ text: 'Another text' }) }],
    ['its text is gone', { source: null }],
  ])('is said to be gone where %s', async (_, change) => {
    const { begin } = world();
    const run = { ...(await begin(sourceWith({ text }))), ...change };
    const staff = { runner: { find: async () => run }, files: noFiles } as unknown as Staff;
    const command = {
      kind: 'turn-request',
      runId: 'id-1',
      turnId: run.turns[0]?.id ?? '',
    } as const;
    expect(await glassCommands['turn-request'](command, staff)).toEqual({ kind: 'gone' });
  });
});

test('what a background was sending that has died is not shown as sent to another endpoint', async () => {
  const other: Partial<Choices> = {};
  const { begin, staff } = world(other);
  const { turns, ...rest } = await begin(sourceWith({ text }));
  const run = { ...rest, turns: turns.map((turn) => ({ ...turn, exchange: undefined })) };
  const shown = () =>
    glassCommands['turn-request'](
      { kind: 'turn-request', runId: 'id-1', turnId: turns[0]?.id ?? '' },
      { ...staff, runner: { ...staff.runner, find: async () => run } },
    );
  expect(await shown()).toMatchObject({ kind: 'sent', body: posts()[0]?.text });
  Object.assign(other, { endpoint: endpointWith() });
  expect(await shown()).toEqual({ kind: 'gone' });
});

describe('what came back', () => {
  test('is kept as it came: status, limits, usage, reason and times', async () => {
    const run = await world().begin(sourceWith());
    const { exchange } = run.turns[0] ?? {};
    const { usage } = posts()[0]?.answered ?? {};
    expect(exchange).toMatchObject({ status: 200, stopReason: 'end_turn', attempts: 1 });
    expect(Object.fromEntries(exchange?.replied ?? [])).toMatchObject({
      'request-id': posts()[0]?.answered?.requestId,
      'anthropic-ratelimit-requests-limit': '4000',
    });
    expect(exchange?.usage).toHaveLength(2);
    expect(JSON.parse(exchange?.usage[1] ?? '')).toMatchObject({
      output_tokens: usage?.output_tokens,
    });
    const { queued, firstByte, firstWord, whole } = exchange?.timing ?? {};
    expect(queued).toBeGreaterThanOrEqual(0);
    expect(firstByte).toBeLessThanOrEqual(firstWord ?? -1);
    expect(firstWord).toBeLessThanOrEqual(whole ?? -1);
  });

  test('is kept of a refusal as well, with the attempts that there were', async () => {
    api.next(fault.status(529, { retryAfter: 0 }));
    const run = await world().begin(sourceWith());
    expect(run.turns[0]?.exchange).toMatchObject({ status: 200, attempts: 2 });
    api.reset();
    api.next(fault.status(400));
    const failed = await world().begin(sourceWith(), 'summarize', 'failed');
    expect(failed.turns[0]?.exchange).toMatchObject({ status: 400, usage: [], stopReason: null });
    expect(Object.fromEntries(failed.turns[0]?.exchange?.replied ?? [])).toMatchObject({
      'x-should-retry': 'false',
    });
  });
});
