// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, type Received, receive, type Told, toldAnswer } from '../wire';

const pieces = ['Ä 🙂', ' 終.\r\n', '"quoted" \\'] as const;
const told = toldAnswer(
  pieces,
  { input_tokens: 40, output_tokens: 1 },
  { input_tokens: 40, output_tokens: 9 },
);
const whole = bytesOf(told);
const mark = new TextEncoder().encode('\ufeff');

const textOf = ({ events }: Received) =>
  events.map((event) => (event.kind === 'text' ? event.text : '')).join('');
const isDone = ({ events }: Received) => events.at(-1)?.kind === 'finished';

const expected = await receive([whole]);

describe('a stream', () => {
  test('that is whole is told as it is', () => {
    expect(textOf(expected)).toBe(pieces.join(''));
    expect(expected.events.at(-1)).toEqual({ kind: 'finished', outcome: { kind: 'done' } });
    expect(expected.failure).toBeNull();
  });

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('with %s is the same wherever it is split in two', async (_, lineEnd) => {
    const bytes = bytesOf(told, lineEnd);
    for (let at = 0; at <= bytes.length; at += 1)
      expect([at, await receive([bytes.subarray(0, at), bytes.subarray(at)])]).toEqual([
        at,
        expected,
      ]);
  });

  test('is the same in any pieces, with comments, unknown events and fields, and a byte order mark', async () => {
    const odd = fc.constantFrom<Told>(
      { type: 'ping' },
      { type: 'content_block_start', index: 7, content_block: { type: 'of_the_future' } },
      { type: 'content_block_delta', index: 7, delta: { type: 'future_delta', future: [1] } },
      { type: 'of_the_future', text: 'never shown' },
    );
    const shapes = fc.record({
      lineEnd: fc.constantFrom('\n', '\r\n'),
      marked: fc.boolean(),
      between: fc.array(fc.tuple(fc.integer({ min: 1, max: told.length - 1 }), odd), {
        maxLength: 6,
      }),
      cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(shapes, async ({ lineEnd, marked, between, cuts }) => {
        const events = [...told];
        for (const [at, event] of between) events.splice(at, 0, event);
        const body = bytesOf(events, lineEnd);
        const bytes = marked ? new Uint8Array([...mark, ...body]) : body;
        expect(await receive(pieced(bytes, cuts))).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test('that is cut anywhere tells a part of the text, and is never done', async () => {
    const text = pieces.join('');
    for (let at = 0; at < whole.length - 2; at += 1) {
      const cut = await receive([whole.subarray(0, at)], at % 2 ? 'closes' : 'breaks');
      expect(text.startsWith(textOf(cut))).toBe(true);
      expect([at, isDone(cut)]).toEqual([at, false]);
    }
  });

  test('with any bytes damaged ends in words, and is done only if its last event came', async () => {
    const damages = fc.array(
      fc.record({
        at: fc.nat(whole.length - 1),
        kind: fc.constantFrom('flip', 'drop', 'double', 'zero'),
        bit: fc.nat(7),
      }),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(damages, async (list) => {
        const bytes = [...whole];
        for (const { at, kind, bit } of list) {
          const byte = bytes[at] ?? 0;
          if (kind === 'flip') bytes[at] = byte ^ (1 << bit);
          else if (kind === 'zero') bytes[at] = 0;
          else bytes.splice(at, 1, ...(kind === 'double' ? [byte, byte] : []));
        }
        const damaged = new Uint8Array(bytes);
        const received = await receive([damaged]);
        const wire = new TextDecoder().decode(damaged);
        if (isDone(received)) expect(wire).toContain('"message_stop"');
        if (received.failure)
          expect(received.failure.problem.kind).toMatch(
            /^(unreadable-reply|service-stopped|interrupted)$/,
          );
      }),
      { numRuns: 500 },
    );
  });
});

/** In pieces, cut at these shares of the length. */
function pieced(
  bytes: Uint8Array<ArrayBuffer>,
  cuts: readonly number[],
): readonly Uint8Array<ArrayBuffer>[] {
  const places = cuts.map((cut) => Math.floor(cut * bytes.length)).sort((a, b) => a - b);
  return [...places, bytes.length].map((end, index) => bytes.subarray(places[index - 1] ?? 0, end));
}
