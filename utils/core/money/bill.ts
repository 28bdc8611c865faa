import { costOf } from './cost';
import type { NanoDollars } from './money';
import type { Price, Rates } from './price';
import { ratesFor } from './prices';
import { promptTokens, type Usage } from './usage';

/** A line of what was billed: so many tokens, at nano-dollars each. */
export interface BillLine {
  readonly kind: keyof Rates;
  readonly tokens: number;
  readonly rate: NanoDollars;
  readonly nano: NanoDollars;
}

const kinds = ['input', 'cacheRead', 'cacheWrite5m', 'cacheWrite1h', 'output'] as const;

/** The lines that a cost is the sum of; none where it is reckoned otherwise, as for work in one country alone. */
export function billOf(usage: Usage, price: Price): readonly BillLine[] {
  const rates = ratesFor(price, promptTokens(usage));
  const lines = kinds
    .map((kind) => ({ kind, tokens: usage[kind], rate: rates[kind] }))
    .filter(({ tokens }) => tokens > 0)
    .map((line) => ({ ...line, nano: line.tokens * line.rate }));
  const sum = lines.reduce((all, { nano }) => all + nano, 0);
  return sum === costOf(usage, price) ? lines : [];
}
