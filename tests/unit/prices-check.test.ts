import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { priceDifferences, readPriceFile } from '../../scripts/prices/compare';

const november = Date.UTC(2026, 10, 22);
const theirs = readPriceFile(
  readFileSync('tests/unit/data/prices-models.dev-2026-11-10.json', 'utf8'),
);

test('the list agrees with models.dev of 2026-11-10 in every row; three models are in ours alone', () => {
  expect(priceDifferences(theirs, november)).toEqual(
    ['claude-mythos-5-2', 'claude-mythos-5-1', 'claude-mythos-5'].map(
      (model) => `${model}: only in our list`,
    ),
  );
});

test('what differs is named', () => {
  const usual = { input: 2, output: 10, cacheRead: 0.2, cacheWrite: 2.5, tiers: [] };
  const others = {
    'claude-sonnet-5-5': usual,
    'claude-haiku-5-5': { ...usual, tiers: [] },
    'claude-next': usual,
  };
  const found = priceDifferences(others, november);
  expect(found).toContain('claude-sonnet-5-5: cache read is $0.1 here and $0.2 there');
  expect(found).toContain('claude-haiku-5-5: other tiers');
  expect(found).toContain('claude-next: not in our list');
});

test.each(['[]', '{"models":{"a":{"input":-1}}}', '{"models":{"a":{}}}'])(
  'no price file: %s',
  (text) => expect(() => readPriceFile(text)).toThrow(),
);
