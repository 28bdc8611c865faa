import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptHeaders, masked, withNews } from '../../../../utils/core/glass/exchange';
import { partsOf } from '../../../../utils/core/glass/glass';
import { sharesOf } from '../../../../utils/core/glass/glass-tokens';
import { billOf } from '../../../../utils/core/money/bill';
import { costOf } from '../../../../utils/core/money/cost';
import { prices } from '../../../../utils/core/money/price-list';
import type { Usage } from '../../../../utils/core/money/usage';
import { leftBehind } from '../../../../utils/core/source/left-behind';
import { requestWith } from '../../support';

const none = { low: 0, high: 0 };

describe('what is left behind', () => {
  const page =
    'Menu\nHome\n\nThe harbour froze in January.\nShips waited for a month.\n\nComments\nI agree.\n';

  test('is what of the page is not sent', () => {
    const sent = 'The harbour froze in January.\nShips waited for a month.\n';
    const pieces = leftBehind(page, sent);
    expect(pieces.map(({ kind }) => kind)).toEqual(['removed', 'same', 'removed']);
    expect(pieces[1]?.text).toBe(sent);
  });

  test('is told of both texts whole, whatever they are', () => {
    const lines = fc.array(
      fc.oneof(
        fc.constantFrom('a', '', 'The same line again.', 'Another line of it.'),
        fc.string(),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const [from, to] = [before.join('\n'), after.join('\n')];
        const pieces = leftBehind(from, to);
        const only = (kind: string) =>
          pieces.filter((piece) => piece.kind === 'same' || piece.kind === kind);
        expect(
          only('removed')
            .map(({ text }) => text)
            .join(''),
        ).toBe(from);
        expect(
          only('added')
            .map(({ text }) => text)
            .join(''),
        ).toBe(to);
      }),
    );
  });

  test('is nothing of a text that is sent as it stands', () => {
    expect(leftBehind(page, page)).toEqual([{ kind: 'same', text: page }]);
  });

  test('is found in a page of 20,000 lines, of which every second is sent', () => {
    const all = Array.from({ length: 20_000 }, (_, index) => `Line number ${index} of the page\n`);
    const sent = all.filter((_, index) => index % 2 === 0);
    const pieces = leftBehind(all.join(''), sent.join(''));
    expect(pieces.filter(({ kind }) => kind === 'same')).toHaveLength(sent.length);
    expect(pieces.filter(({ kind }) => kind === 'added')).toEqual([]);
  });
});

describe('the tokens of the parts', () => {
  const parts = partsOf(JSON.stringify(requestWith({ text: 'The harbour froze. '.repeat(300) })));

  test('are together the tokens of the prompt', () => {
    const shares = sharesOf(parts, { low: 1000, high: 2000 }, 'claude-haiku-5-5', none);
    const sum = (end: 'low' | 'high') =>
      shares.reduce((all, share) => all + (share?.[end] ?? 0), 0);
    expect(Math.abs(sum('low') - 1000)).toBeLessThan(parts.length);
    expect(Math.abs(sum('high') - 2000)).toBeLessThan(parts.length);
  });

  test('are most of the text, and none of what only holds it together', () => {
    const shares = sharesOf(parts, { low: 1000, high: 1000 }, 'claude-haiku-5-5', none);
    const of = (label: string) => shares[parts.findIndex((part) => part.label === label)];
    expect(of('text')?.low).toBeGreaterThan(800);
    expect(of('form')).toBeNull();
    expect(of('settings')).toBeNull();
  });

  test('of nothing are nothing', () => {
    expect(sharesOf([], none, 'claude-haiku-5-5', none)).toEqual([]);
  });
});

describe('a bill', () => {
  const tokens = fc.oneof(fc.nat(200_000), fc.constant(0));
  const usages: fc.Arbitrary<Usage> = fc.record({
    input: tokens,
    cacheRead: tokens,
    cacheWrite5m: tokens,
    cacheWrite1h: tokens,
    output: tokens,
    thinking: fc.constant(0),
  });

  test('adds up to what was paid, for each price and each usage', () => {
    fc.assert(
      fc.property(fc.constantFrom(...prices), usages, (price, usage) => {
        const lines = billOf(usage, price);
        const sum = lines.reduce((all, { nano }) => all + nano, 0);
        expect(sum).toBe(costOf(usage, price));
        expect(lines.filter(({ tokens }) => tokens === 0)).toEqual([]);
      }),
    );
  });

  test('is not told where it would not add up', () => {
    const price = prices.find(({ usPercent }) => usPercent > 0);
    const usage = {
      input: 1000,
      cacheRead: 0,
      cacheWrite5m: 0,
      cacheWrite1h: 0,
      output: 10,
      thinking: 0,
      terms: ['us'] as const,
    };
    expect(price && billOf(usage, price)).toEqual([]);
  });
});

describe('headers', () => {
  test.each([
    ['x-api-key', 'sk-ant-1', '$ANTHROPIC_API_KEY'],
    ['X-Api-Key', 'of another form', '$ANTHROPIC_API_KEY'],
    ['authorization', 'Bearer sk-ant-1', 'Bearer $ANTHROPIC_API_KEY'],
    ['authorization', 'Basic c2s=', '$ANTHROPIC_API_KEY'],
    ['x-note', 'with sk-ant-1 in it', 'with $ANTHROPIC_API_KEY in it'],
    ['accept', 'application/json', 'application/json'],
  ])('never hold the key: %s: %s', (name, value, shown) => {
    expect(masked([[name, value]], 'sk-ant-1')).toEqual([[name.toLowerCase(), shown]]);
  });

  test('of an answer are kept where they say how it was treated, and no others', () => {
    const all = [
      ['Request-Id', 'req_1'],
      ['anthropic-ratelimit-tokens-remaining', '9'],
      ['anthropic-organization-id', 'org_1'],
      ['retry-after', '3'],
      ['set-cookie', 'a=b'],
      ['x-should-retry', 'x'.repeat(600)],
    ] as const;
    expect(keptHeaders(all)).toEqual([
      ['request-id', 'req_1'],
      ['anthropic-ratelimit-tokens-remaining', '9'],
      ['retry-after', '3'],
      ['x-should-retry', 'x'.repeat(500)],
    ]);
  });
});

describe('news of attempts', () => {
  const sent = { kind: 'sent', sent: { address: 'https://example.org', headers: [] } } as const;
  const usage = (usage: unknown, stopReason: string | null = null) =>
    ({ kind: 'usage', usage, stopReason }) as const;

  test('are of the last one, and count them', () => {
    const first = withNews(withNews(null, sent), { kind: 'replied', status: 529, headers: [] });
    expect(withNews(first, sent)).toMatchObject({ attempts: 2, status: null });
  });

  test('keep the first and the last usage just as they came, and nothing that is too long', () => {
    const reports = [usage({ a: 1 }), usage({ a: 2 }), usage({ a: 3 }, 'end_turn')];
    const known = reports.reduce(withNews, withNews(null, sent));
    expect(known).toMatchObject({ usage: ['{"a":1}', '{"a":3}'], stopReason: 'end_turn' });
    expect(withNews(known, usage('x'.repeat(5000)))?.usage).toEqual(known?.usage);
    expect(withNews(known, usage(undefined))?.usage).toEqual(known?.usage);
  });

  test('before anything was sent are none', () => {
    expect(withNews(null, usage({}))).toBeNull();
  });
});
