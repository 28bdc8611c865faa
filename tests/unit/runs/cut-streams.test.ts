// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costOf } from '../../../utils/core/money/cost';
import { priceOf } from '../../../utils/core/money/prices';
import { receiptOf } from '../../../utils/core/money/receipt';
import { noUsage } from '../../../utils/core/money/usage';
import { reduce } from '../../../utils/core/runs/run';
import { run, turn } from '../../gallery/data/runs';
import { sourceWith } from '../support';
import { bytesOf, receive, toldAnswer } from '../wire';

const sentAt = Date.UTC(2026, 10, 26);
const model = 'claude-haiku-5-5';
const maxOutput = 2_000;

/** A word, and the tokens that the service counts for it: it is never seen how many. */
const word = fc.tuple(
  fc.constantFrom('a', 'river', 'Überschwemmung', '洪水'),
  fc.integer({ min: 1, max: 5 }),
);

const answers = fc.record({
  words: fc.array(word, { minLength: 1, maxLength: 60 }),
  /** Tokens that nobody is shown. */
  thinking: fc.nat(500),
  input: fc.integer({ min: 1_100, max: 1_500 }),
  cacheRead: fc.nat(900),
  inUs: fc.boolean(),
  early: fc.integer({ min: 1, max: 8 }),
  /** Share of the bytes that arrive. */
  cutAt: fc.double({ min: 0, max: 1, noNaN: true }),
  /** Share of what was still to come that the service made, and billed, although nobody received it. */
  ahead: fc.double({ min: 0, max: 1, noNaN: true }),
  end: fc.constantFrom('closes' as const, 'breaks' as const),
});

type Answer = typeof answers extends fc.Arbitrary<infer T> ? T : never;

test('of an answer that is cut anywhere has the input as it was told, and the true cost between its bounds', async () => {
  await fc.assert(fc.asyncProperty(answers, isBounded), { numRuns: 300 });
});

async function isBounded(answer: Answer): Promise<void> {
  const { words, thinking, input, cacheRead, inUs, early, ahead, end } = answer;
  const geography = inUs ? { inference_geo: 'us' } : {};
  const prompt = { input_tokens: input, cache_read_input_tokens: cacheRead };
  const output = thinking + words.reduce((sum, [, tokens]) => sum + tokens, 0);
  const first = { ...prompt, ...geography, output_tokens: Math.min(early, output) };
  const pieces = words.map(([each], index) => (index === 0 ? each : ` ${each}`));
  const told = bytesOf(toldAnswer(pieces, first, { ...prompt, output_tokens: output }));
  const { events } = await receive([told.subarray(0, Math.floor(answer.cutAt * told.length))], end);

  const sent = turn({ kind: 'sending' }, { model, maxOutput, prompt: { low: 1_100, high: 2_500 } });
  const heard = events.reduce(
    (now, event) => (event.kind === 'finished' ? now : reduce(now, event)),
    run(sourceWith(), { turns: [sent] }),
  );
  const last = heard.turns.at(-1);
  if (!last) throw new Error('no turn');
  const whole = events.at(-1)?.kind === 'finished';
  const { usage, cost } = receiptOf({ ...last, whole, sentAt, firstWordMs: null, wholeMs: null });

  const started = events.some(({ kind }) => kind === 'started');
  expect(usage && { input: usage.input, cacheRead: usage.cacheRead }).toEqual(
    started ? { input, cacheRead } : null,
  );
  const received = last.text === '' ? 0 : last.text.split(' ').length;
  const arrived = words.slice(0, received).reduce((sum, [, tokens]) => sum + tokens, 0);
  const made = Math.max(first.output_tokens, arrived + (arrived > 0 ? thinking : 0));
  const billed = last.final ? output : made + Math.round((output - made) * ahead);
  const price = priceOf(model, sentAt);
  if (!price) throw new Error('no price');
  const terms = inUs ? (['us'] as const) : [];
  const truth = costOf({ ...noUsage, input, cacheRead, output: billed, terms }, price) ?? 0;
  if (last.final) expect(cost).toEqual({ kind: 'exact', nano: truth });
  else if (cost.kind === 'between') {
    expect(cost.atLeast).toBeLessThanOrEqual(truth);
    expect(cost.atMost).toBeGreaterThanOrEqual(truth);
  } else expect(cost.kind).toBe('between');
}
