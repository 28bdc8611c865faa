import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakEven, chanceOfMore } from '../../../../utils/core/money/caching';
import { prices } from '../../../../utils/core/money/price-list';
import {
  answeredBy,
  chanceOfFollowUp,
  withAnswer,
  withFollowUpOf,
} from '../../../../utils/core/runs/follow-ups';
import type { Turn } from '../../../../utils/core/runs/turn';
import { receipt, turn } from '../../../gallery/data/runs';

const { afterAction, afterQuestion } = chanceOfMore;
const even = Math.max(...prices.map(breakEven));
const least = Math.min(...prices.map(breakEven));

describe('the chance of one more question', () => {
  test.each<[string, number, number, number]>([
    ['is what is assumed before anything was counted', 0, 0, 0.1],
    ['hardly moves with one answer', 1, 1, 0.2],
    ['is half told by eight answers', 8, 8, 0.55],
    ['is nearly what was counted after sixty', 60, 30, 0.453],
    ['falls when nobody asks', 60, 0, 0.012],
  ])('%s', (_, answers, followed, chance) =>
    expect(chanceOfFollowUp({ answers, followed }, afterAction)).toBeCloseTo(chance, 3),
  );

  test('makes caching pay for who asks three times of four, and not for who never asks', () => {
    expect(chanceOfFollowUp({ answers: 4, followed: 3 }, afterAction)).toBeGreaterThan(even);
    expect(chanceOfFollowUp({ answers: 9, followed: 0 }, afterQuestion)).toBeLessThan(least);
  });

  test('stays a chance, whatever is counted, and old habits fade', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 200 }), (asked) => {
        let told = {};
        for (const more of asked) {
          told = withAnswer(told, 'summarize');
          if (more) told = withFollowUpOf(told, 'summarize');
        }
        const { summarize } = told as Readonly<
          Record<string, { answers: number; followed: number }>
        >;
        const chance = chanceOfFollowUp(summarize, afterAction);
        expect(chance).toBeGreaterThan(0);
        expect(chance).toBeLessThan(1);
        expect(summarize?.answers ?? 0).toBeLessThanOrEqual(60);
      }),
    );
  });
});

describe('an answer is counted', () => {
  const usage = receipt().usage;
  const first = turn({ kind: 'done' }, { usage, final: true, sentAt: 1000, question: null });
  const later = (ms: number) => ({ ...first, question: 'Why?', sentAt: 1000 + ms });
  const asAnswer = (key: string, follows: string | null = null) => ({ key, follows });

  test.each<[string, readonly Turn[], ReturnType<typeof answeredBy>]>([
    ['by its action', [first], asAnswer('summarize')],
    ['as one that follows it', [first, later(60_000)], asAnswer('follow-up', 'summarize')],
    [
      'as one that follows a follow-up',
      [first, later(60_000), later(120_000)],
      asAnswer('follow-up', 'follow-up'),
    ],
    ['alone, when the cache was cold by then', [first, later(301_000)], asAnswer('follow-up')],
    [
      'alone, when what came before was never answered',
      [{ ...first, usage: null }, later(60_000)],
      asAnswer('follow-up'),
    ],
    ['not while it is not whole', [{ ...first, final: false }], null],
    ['not where there is none', [], null],
  ])('%s', (_, turns, expected) => expect(answeredBy('summarize', turns)).toEqual(expected));
});
