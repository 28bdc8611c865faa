import { describe, expect, test } from 'vitest';
import { roughTokensOf, sumOf } from '../../../../utils/core/estimate/tokens';
import { noSavings } from '../../../../utils/core/ledger/ledger-line';
import { savingsOf } from '../../../../utils/core/ledger/ledger-savings';
import { priceOf } from '../../../../utils/core/money/prices';
import type { Usage } from '../../../../utils/core/money/usage';
import { buildRequest, type Request } from '../../../../utils/core/prompt';
import { promptParts } from '../../../../utils/core/request-parts';
import type { Source } from '../../../../utils/core/source/source';
import { receipt, run, turn } from '../../../gallery/data/runs';
import { addressee, instructionFor, sourceWith } from '../../support';

const at = Date.UTC(2026, 10, 26);
const price = priceOf('claude-haiku-5-5', at);
if (!price) throw new Error('It has a price.');
const text = 'Night trains run again between many cities of the continent. '.repeat(40);
const page = (change: Partial<Source> = {}) =>
  sourceWith({ kind: 'page', text, whole: 3 * text.length, ...change });

function usageWith(change: Partial<Usage>): Usage {
  return {
    input: 1000,
    cacheRead: 0,
    cacheWrite5m: 0,
    cacheWrite1h: 0,
    output: 50,
    thinking: 0,
    ...change,
  };
}

interface Told {
  readonly source?: Source;
  readonly usage?: Usage | null;
  readonly saved?: number | null;
  readonly final?: boolean;
  readonly action?: 'summarize' | 'translate';
  readonly priced?: boolean;
  readonly request?: Request | null;
}

function savings(told: Told = {}) {
  const { source = page(), usage = usageWith({}), action = 'summarize' } = told;
  const instruction = instructionFor(action);
  const sent = receipt({ usage, saved: told.saved ?? null, sentAt: at });
  const pricing =
    told.priced === false ? { kind: 'own' as const, prices: [] } : { kind: 'listed' as const };
  const last = turn({ kind: 'done' }, { receipt: sent, final: told.final ?? true, usage, pricing });
  const request = buildRequest(instruction, source, addressee);
  return savingsOf(
    run(source, { ...instruction, turns: [last] }),
    told.request === undefined ? request : told.request,
  );
}

describe('what the main content alone has saved', () => {
  test('is what the rest of the page would have taken, by the turn’s own bill', () => {
    const request = buildRequest(instructionFor('summarize'), page(), addressee);
    const rough = sumOf(roughTokensOf(promptParts(request), request.model));
    const own = sumOf(roughTokensOf([text], request.model));
    const after = Math.round((own * 1000) / rough);
    const before = 3 * after;
    expect(savings().page).toEqual({ before, after, nano: (before - after) * price.input });
  });

  test('is counted at the price of reading where the page was read from the cache', () => {
    const usage = usageWith({ input: 100, cacheRead: 900 });
    const { page: saved } = savings({ usage });
    expect(saved?.nano).toBe(((saved?.before ?? 0) - (saved?.after ?? 0)) * price.cacheRead);
  });

  test.each<readonly [string, Told]>([
    ['a selection', { source: page({ kind: 'selection' }) }],
    ['all that can be seen', { source: page({ kind: 'everything' }) }],
    ['a part of it', { source: page({ part: { number: 1, of: 3, start: 0 } as never }) }],
    ['a page of which nothing was left out', { source: page({ whole: text.length }) }],
    ['what nobody knows the whole of', { source: page({ whole: null }) }],
    ['a request that nobody has any more', { request: null }],
    ['an answer that did not end', { final: false }],
    ['what was not billed', { usage: null }],
  ])('is not told of %s', (_, told) => expect(savings(told).page).toBeNull());

  test('has no price where the model has none', () => {
    expect(savings({ priced: false }).page).toMatchObject({ nano: null });
  });
});

describe('what a short instruction has saved', () => {
  test('is told of summaries alone, in tokens and money of the same request', () => {
    const { prompt } = savings();
    expect(prompt?.before).toBeGreaterThan(prompt?.after ?? 0);
    expect(prompt?.nano).toBe(((prompt?.before ?? 0) - (prompt?.after ?? 0)) * price.input);
    expect(savings({ action: 'translate' }).prompt).toBeNull();
  });
});

describe('what the cache has saved', () => {
  test.each([
    ['more than nothing, where it was read', { input: 100, cacheRead: 900 }, 81_000, 100],
    [
      'less than nothing, where it was written alone',
      { input: 100, cacheWrite5m: 900 },
      -22_500,
      1000,
    ],
  ])('is %s', (_, change, saved, after) => {
    const { cache } = savings({ usage: usageWith(change), saved });
    expect(cache).toEqual({ before: 1000, after, nano: saved });
  });

  test('is no money where no price is known', () => {
    const usage = usageWith({ input: 100, cacheRead: 900 });
    expect(savings({ usage, priced: false }).cache?.nano).toBeNull();
    expect(savings({ usage }).cache?.nano).toBe(0);
  });

  test('is not told where it was not used', () => {
    expect(savings().cache).toBeNull();
    expect(savings({ usage: null })).toEqual(noSavings);
  });
});
