// @vitest-environment node
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { about, ask, BODY, eventsIn, receive, SOURCE } from '../../stand-in/ask';
import { piecesOf } from '../../stand-in/events';
import { type StandIn, startStandIn } from '../../stand-in/stand-in';
import { cutToTokens, tokensOf } from '../../stand-in/tokens';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.close());

const rawEvents = async (body: object) => {
  const { text } = await receive(await ask(standIn, { ...body, stream: true }));
  return { text, events: eventsIn(text) };
};
const withThinking = { ...BODY, thinking: { type: 'adaptive' as const } };

describe('the stream on the wire', () => {
  test('has the order and the shapes of a recorded one', async () => {
    const { text, events } = await rawEvents(BODY);
    const names = events.map(({ event }) => event);
    expect([...new Set(names)]).toEqual([
      'message_start',
      'content_block_start',
      'ping',
      'content_block_delta',
      'content_block_stop',
      'message_delta',
      'message_stop',
    ]);
    expect(names.slice(-3)).toEqual(['content_block_stop', 'message_delta', 'message_stop']);
    expect(events.every(({ event, data }) => event === data.type)).toBe(true);
    expect(text).not.toContain('\r');
    expect(text).toContain('data: {"type": "ping"}\n\n');
    expect(text).toMatch(/ {2,}}\n\n/);
    expect(events.at(0)?.data).toEqual({
      type: 'message_start',
      message: {
        id: expect.stringMatching(/^msg_demo_/),
        model: 'claude-haiku-5-5',
        type: 'message',
        role: 'assistant',
        content: [],
        stop_reason: null,
        stop_sequence: null,
        stop_details: null,
        usage: {
          input_tokens: expect.any(Number),
          cache_creation_input_tokens: 0,
          cache_read_input_tokens: 0,
          cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
          output_tokens: 1,
          service_tier: 'standard',
          inference_geo: 'global',
        },
      },
    });
  });

  test('tells at the end the cumulative usage, without the split of the start', async () => {
    const { events } = await rawEvents(BODY);
    const { usage } = standIn.answerFor(BODY);
    expect(events.at(-2)?.data).toEqual({
      type: 'message_delta',
      delta: { stop_reason: 'end_turn', stop_sequence: null, stop_details: null },
      usage: {
        input_tokens: usage.input_tokens,
        cache_creation_input_tokens: 0,
        cache_read_input_tokens: 0,
        output_tokens: usage.output_tokens,
      },
    });
  });

  test('begins with an unreadable thought where thinking is left on, and counts it', async () => {
    const { thinking: _, ...silent } = BODY;
    for (const body of [withThinking, silent]) {
      const { events } = await rawEvents(body);
      expect(events[1]?.data).toEqual({
        type: 'content_block_start',
        index: 0,
        content_block: { type: 'thinking', thinking: '', signature: '' },
      });
      expect(events[3]?.data).toMatchObject({ delta: { type: 'signature_delta' } });
      const { usage } = standIn.answerFor(body);
      const plain = standIn.answerFor(BODY).usage;
      expect(usage.output_tokens_details?.thinking_tokens).toBe(120);
      expect(usage.output_tokens).toBe(plain.output_tokens + 120);
    }
  });

  test('cuts any text into pieces that join to it again', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(fc.property(text, (given) => piecesOf(given).join('') === given));
  });

  test('cuts at a token limit to the longest well-formed start', () => {
    const unit = fc.constantFrom('a', ' ', '日', '😀');
    fc.assert(
      fc.property(fc.string({ unit }), fc.nat(40), (text, limit) => {
        const cut = cutToTokens(text, limit);
        expect(text.startsWith(cut) && cut.isWellFormed() && tokensOf(cut) <= limit).toBe(true);
      }),
    );
  });
});

describe('the answer', () => {
  const asked = (instruction: string) =>
    standIn.answerFor(about(`${SOURCE}\n\n${instruction}`)).text;

  test.each([
    ['Summarize this.', '## Summary: ', '- Pelicans are large water birds.'],
    ['Explain this, do not summarize.', '## Explanation: ', '**Pelicans are large …** means:'],
    ['Translate this into German.', '## Translation: ', '[German] Pelicans are large water birds.'],
    ['Who are they?', '## Answer: ', '**Language:** as the source'],
  ])('shows what was asked: %s', (instruction, heading, content) => {
    expect(asked(instruction)).toContain(heading);
    expect(asked(instruction)).toContain(content);
  });

  test('is whatever follows the line ::answer::, in a document and in quoted text alike', () => {
    const source = 'Some page.\n::answer::\n# Title\n\n- a `b`\n';
    const quoted = about(`Summarize: ${JSON.stringify(source + SOURCE)}`);
    expect(standIn.answerFor(about(source)).text).toBe('# Title\n\n- a `b`\n');
    expect(standIn.answerFor(quoted).text).toBe(`# Title\n\n- a \`b\`\n${SOURCE}`);
  });

  test('is as long as ::length:N:: says', () => {
    for (const length of [500, 5000, 64_000]) {
      const body = { ...about(`Some page.\n::length:${length}::`), max_tokens: 100_000 };
      const size = standIn.answerFor(body).text.length;
      expect(size).toBeGreaterThan(length * 0.9);
      expect(size).toBeLessThan(length + 300);
    }
  });

  test('stops at max_tokens', async () => {
    const body = { ...BODY, max_tokens: 20 };
    const { usage, text } = standIn.answerFor(body);
    expect(usage.output_tokens).toBeLessThanOrEqual(20);
    expect(standIn.answerFor(BODY).text.startsWith(text)).toBe(true);
    const { events } = await rawEvents(body);
    expect(events.at(-2)?.data).toMatchObject({ delta: { stop_reason: 'max_tokens' } });
  });

  test('takes a follow-up for what it is', () => {
    const [first] = BODY.messages;
    const more = [
      first,
      { role: 'assistant', content: 'Birds.' },
      { role: 'user', content: 'Why?' },
    ];
    expect(standIn.answerFor({ ...BODY, messages: more }).text).toContain(
      '## Answer · follow-up 1',
    );
  });
});
