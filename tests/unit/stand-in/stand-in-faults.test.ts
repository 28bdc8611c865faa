// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ask, BODY, eventsIn, HEADERS, receive } from '../../stand-in/ask';
import { fault, type Plan, type StandIn, startStandIn } from '../../stand-in/stand-in';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
beforeEach(() => standIn.reset());
afterAll(() => standIn.close());

const STREAMED = { ...BODY, stream: true };

async function meet(plan: Plan) {
  standIn.next(plan);
  const response = await ask(standIn, STREAMED);
  return { response, ...(await receive(response)) };
}
const pieces = (text: string) => text.split('"text_delta"').length - 1;
const lastEvent = (text: string) => eventsIn(text).at(-1);
const finalDelta = (text: string) => eventsIn(text).find(({ event }) => event === 'message_delta');

describe('in place of the answer', () => {
  test('a status comes with its type, its code and its headers', async () => {
    const details = { errorCode: 'enforced_spend_limit_reached', retryAfter: 1, shouldRetry: true };
    const { response, text } = await meet(fault.status(429, details));
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(response.headers.get('x-should-retry')).toBe('true');
    const error = { type: 'rate_limit_error', details: { error_code: details.errorCode } };
    expect(JSON.parse(text)).toMatchObject({ type: 'error', error });
  });

  test('a captive portal, a proxy page and an error with 200 come as they are', async () => {
    const portal = await meet(fault.html());
    expect(portal.response.status).toBe(200);
    expect(portal.response.headers.get('content-type')).toMatch('text/html');
    expect((await meet(fault.html(413))).response.status).toBe(413);
    const odd = await meet(fault.json({ type: 'error', error: { type: 'api_error' } }));
    expect([odd.response.status, JSON.parse(odd.text).type]).toEqual([200, 'error']);
  });

  test('a redirect names its target', async () => {
    const { response } = await meet(fault.redirect('https://evil.example/', 307));
    expect(response.status).toBe(307);
    expect(response.headers.get('location')).toBe('https://evil.example/');
  });

  test('a refused connection gives no response at all', async () => {
    standIn.next(fault.refuse());
    await expect(ask(standIn, STREAMED)).rejects.toThrow();
    expect(standIn.requests[0]?.answered?.status).toBe(0);
  });

  test('plans are met in order, each once, and by their own path only', async () => {
    standIn.next(fault.status(529), fault.status(500));
    standIn.nextModels(fault.status(401));
    const models = () => fetch(`${standIn.origin}/v1/models`, { headers: HEADERS });
    const statuses = [await models(), await models()].map(({ status }) => status);
    for (const _ of 'abc') statuses.push((await ask(standIn, BODY)).status);
    expect(statuses).toEqual([401, 200, 529, 500, 200]);
  });
});

describe('within the stream', () => {
  test('a cut breaks the socket after so many pieces', async () => {
    const { text, broke } = await meet(fault.cut(3));
    expect([pieces(text), broke]).toEqual([3, true]);
    expect(standIn.requests[0]?.closedByClientAt).toBeUndefined();
    expect(
      standIn.answerFor(BODY).text.startsWith(standIn.requests[0]?.answered?.text ?? '-'),
    ).toBe(true);
  });

  test('an early end is clean and lacks message_stop', async () => {
    const { text, broke } = await meet(fault.endEarly(2));
    expect([pieces(text), broke]).toEqual([2, false]);
    expect(lastEvent(text)?.event).toBe('content_block_delta');
  });

  test('a malformed event is no JSON', async () => {
    const { text } = await meet(fault.malformed(1));
    expect(() => eventsIn(text)).toThrow(SyntaxError);
  });

  test('an error event is the last', async () => {
    const { text, broke } = await meet(fault.errorEvent(2));
    expect([pieces(text), broke]).toEqual([2, false]);
    const error = { type: 'overloaded_error', message: 'Overloaded' };
    expect(lastEvent(text)).toEqual({ event: 'error', data: { type: 'error', error } });
  });

  test('a refusal has its category', async () => {
    const { text } = await meet(fault.refusal('bio'));
    const stop_details = { type: 'refusal', category: 'bio', explanation: null };
    expect(finalDelta(text)?.data).toMatchObject({
      delta: { stop_reason: 'refusal', stop_details },
    });
  });

  test.each(['max_tokens', 'model_context_window_exceeded'])(
    'a planned %s is told',
    async (why) => {
      const { text } = await meet(fault.stop(why));
      expect(finalDelta(text)?.data).toMatchObject({ delta: { stop_reason: why } });
    },
  );

  test('a lying usage is told in the place of the computed one', async () => {
    const { text } = await meet(fault.usage({ input_tokens: 0, output_tokens: -1 }));
    expect(eventsIn(text)[0]?.data).toMatchObject({ message: { usage: { input_tokens: 0 } } });
    expect(finalDelta(text)?.data).toMatchObject({ usage: { input_tokens: 0, output_tokens: -1 } });
  });

  test('unknown events and blocks leave the answer whole', async () => {
    const { text } = await meet(fault.sprinkled());
    const names = eventsIn(text).map(({ event }) => event);
    expect(names).toContain('demo_event');
    expect(text).toContain('"type":"demo_block"');
    expect(standIn.requests[0]?.answered?.text).toBe(standIn.answerFor(BODY).text);
  });

  test('small chunks arrive apart, also inside a character', async () => {
    standIn.next({ ...fault.chunked(1), text: 'é😀' });
    const response = await ask(standIn, STREAMED);
    const sizes: number[] = [];
    const parts: Uint8Array[] = [];
    for await (const chunk of response.body ?? []) {
      sizes.push(chunk.length);
      parts.push(chunk);
    }
    expect(Math.min(...sizes)).toBe(1);
    expect(Buffer.concat(parts).toString()).toContain('"text":"é😀"');
  });
});

describe('in time', () => {
  test('headers wait until they are released', async () => {
    let release = () => {};
    standIn.next(
      fault.late(
        new Promise<void>((resolve) => {
          release = resolve;
        }),
      ),
    );
    const asking = ask(standIn, STREAMED);
    await vi.waitFor(() => expect(standIn.requests).toHaveLength(1));
    expect(standIn.requests[0]?.answered).toBeUndefined();
    release();
    expect((await asking).status).toBe(200);
  });

  test('a pace holds over the whole stream', async () => {
    const start = performance.now();
    const { text } = await meet({ ...fault.slow(200), text: 'abcd '.repeat(40) });
    expect(pieces(text)).toBeGreaterThanOrEqual(40);
    expect(performance.now() - start).toBeGreaterThan(190);
  });

  test('a silence lasts as long as it should', async () => {
    const start = performance.now();
    const { broke } = await meet(fault.silence(2, 60));
    expect(broke).toBe(false);
    expect(performance.now() - start).toBeGreaterThan(55);
  });

  test('a hanging stream ends when the client closes it, and that is seen', async () => {
    standIn.next(fault.hang(3));
    const stop = new AbortController();
    const response = await ask(standIn, STREAMED, { signal: stop.signal });
    const reading = receive(response);
    await vi.waitFor(() => expect(standIn.requests[0]?.answered?.text).not.toBe(''));
    expect(standIn.requests[0]?.closedByClientAt).toBeUndefined();
    stop.abort();
    expect((await reading).broke).toBe(true);
    await vi.waitFor(() => expect(standIn.requests[0]?.closedByClientAt).toBeDefined());
    expect(standIn.requests[0]?.answered?.finishedAt).toBeUndefined();
  });
});
