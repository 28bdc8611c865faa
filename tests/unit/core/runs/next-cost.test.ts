import { describe, expect, test } from 'vitest';
import { estimateTokens } from '../../../../utils/core/estimate/tokens';
import { inLanguage } from '../../../../utils/core/runs/conversation';
import { nextCost } from '../../../../utils/core/runs/next-cost';
import type { Turn } from '../../../../utils/core/runs/turn';
import { receipt, turn } from '../../../gallery/data/runs';

const language = 'English';
const at = Date.UTC(2026, 10, 22);
const usage = {
  input: 1_000,
  cacheRead: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
  output: 200,
  thinking: 0,
};
const billed = turn({ kind: 'done' }, { usage, final: true, maxOutput: 1_500 });
const next = (turns: readonly Turn[], question = '') => nextCost({ turns, language }, question, at);
/** The most that the longest answer costs, on the default model: 500 nano-dollars a token. */
const answer = 1_500 * 500;
/** What each question is asked with: which language the answer is to have. */
const line = estimateTokens(inLanguage('', language), billed.model);
/** What is worked on in the US only costs a tenth more. */
const inUs = (nano: number) => (nano * 11) / 10;

describe('what one more question would cost', () => {
  test('is at most what was sent, written to the cache, with the answer and the longest new one', () => {
    expect(next([billed])).toEqual({
      low: (1_000 + 200 + line.low) * 100,
      high: inUs((200 + line.high) * 100 + 1_000 * 125 + answer),
    });
  });

  test('is at least what is read from the cache, where it is known to be there', () => {
    const cached = { ...usage, input: 100, cacheRead: 900 };
    expect(next([{ ...billed, usage: cached }])).toEqual({
      low: (300 + line.low) * 100 + 900 * 10,
      high: inUs((300 + line.high) * 100 + 900 * 125 + answer),
    });
  });

  test('takes the longest answer where the last one broke off', () => {
    const broken = { ...billed, final: false };
    expect(next([broken])?.high).toBe(inUs((1_500 + line.high) * 100 + 1_000 * 125 + answer));
  });

  test('grows with the question, and does not count thinking, which is not sent again', () => {
    const least = (question: string, thinking = 0) =>
      next([{ ...billed, usage: { ...usage, thinking } }], question)?.low ?? 0;
    const most = (question: string) => next([billed], question)?.high ?? 0;
    expect(least('Why was nobody warned?')).toBeGreaterThan(least(''));
    expect(most('Why was nobody warned?')).toBeGreaterThan(most(''));
    expect(least('', 150)).toBe(least('') - 150 * 100);
  });

  test('goes by the last turn that was billed', () => {
    const failed = turn({ kind: 'failed', problem: { kind: 'offline' } });
    const earlier = { ...billed, usage: { ...usage, input: 7 } };
    expect(next([earlier, billed, failed])).toEqual(next([billed]));
  });

  test('goes by no bill that is not believed', () => {
    const cost = { kind: 'unverified', claimed: null, atMost: 9 } as const;
    const doubt = { kind: 'decreasing', raw: null } as const;
    const doubted = { ...billed, usage: { ...usage, input: 7 }, receipt: receipt({ doubt, cost }) };
    expect(next([billed, doubted])).toEqual(next([billed]));
  });

  test('has room for the longest answer to a question after an action of short ones', () => {
    const short = { ...billed, maxOutput: 100 };
    expect(next([short])).toEqual(next([billed]));
  });

  test.each([
    ['no usage is known', turn({ kind: 'stopped' })],
    ['the price is not', { ...billed, asked: { endpointId: 'anthropic', model: 'claude-next' } }],
    ['the service has no price', { ...billed, pricing: { kind: 'own', prices: [] } as const }],
  ])('is unknown where %s', (_, last) => expect(next([last])).toBeNull());
});
