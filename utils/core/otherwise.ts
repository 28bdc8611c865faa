import { costOf } from './cost';
import { isBefore47 } from './model';
import type { NanoDollars } from './money';
import { priceOf } from './prices';
import type { Receipt } from './receipt';
import type { Usage } from './usage';

/** What a turn would have cost on another model. */
export interface Otherwise {
  readonly model: string;
  readonly nano: NanoDollars;
  /** Its tokenizer is another one: the tokens are an estimate. */
  readonly rough: boolean;
}

/**
 * Tokens of the tokenizer since Claude 4.7 for one of the earlier one: the ratio of the weights that were fitted to recorded
 * traffic (`tokens.ts`), English and code.
 */
const newer = 1.37;

/** At most so many are told. */
const most = 3;

/**
 * What a turn with a known price would have cost on other models of Anthropic's list, the cheapest first: the same tokens, at
 * their prices of that day. Empty where its own usage or price is not known for sure.
 */
export function otherwise(receipt: Receipt, models: readonly string[]): readonly Otherwise[] {
  const { usage, model, sentAt, final, doubt, pricedOn, cost } = receipt;
  if (!usage || !final || doubt || pricedOn === null || cost.kind !== 'exact') return [];
  const found = models.flatMap((other) => {
    const price = other === model ? null : priceOf(other, sentAt);
    const nano = price && costOf(countedBy(other, model, usage), price);
    const rough = isBefore47(other) !== isBefore47(model);
    return nano === null ? [] : [{ model: other, nano, rough }];
  });
  return found.toSorted((one, two) => one.nano - two.nano).slice(0, most);
}

/** The usage as another model would have counted it, served as usual. */
function countedBy(other: string, model: string, usage: Usage): Usage {
  const ratio = isBefore47(other) === isBefore47(model) ? 1 : isBefore47(other) ? 1 / newer : newer;
  const scaled = (tokens: number) => Math.round(tokens * ratio);
  return {
    input: scaled(usage.input),
    cacheRead: scaled(usage.cacheRead),
    cacheWrite5m: scaled(usage.cacheWrite5m),
    cacheWrite1h: scaled(usage.cacheWrite1h),
    output: scaled(usage.output),
    thinking: scaled(usage.thinking),
  };
}
