import type { Price, Rates } from './price';

/** The day on which the table was last compared with Anthropic's pricing page. */
export const pricesCheckedOn = '2026-11-22';

/** $ per million tokens, in the order of the pricing page: input, output, cache read, cache write 5 min, 1 h. */
function rates(
  input: number,
  output: number,
  read: number,
  write5m: number,
  write1h: number,
): Rates {
  const nano = (dollarsPerMillion: number) => Math.round(dollarsPerMillion * 1000);
  return {
    input: nano(input),
    output: nano(output),
    cacheRead: nano(read),
    cacheWrite5m: nano(write5m),
    cacheWrite1h: nano(write1h),
  };
}

const fable51 = rates(10, 50, 0.25, 12.5, 20);
const fable52 = rates(8, 40, 0.2, 10, 16);
const fable5 = rates(10, 50, 1, 12.5, 20);
const opus55 = rates(4, 20, 0.2, 5, 8);
const opus5 = rates(5, 25, 0.5, 6.25, 10);
const sonnet4 = rates(3, 15, 0.3, 3.75, 6);

/** What `inference_geo: us` adds to every rate, in percent. */
const usPercent = 10;

/** $10 for a thousand searches of the web, on every model. */
const search = 10_000_000;

function row(model: string, usual: Rates, more: Partial<Price> = {}): Price {
  return { model, from: '2000-01-01', usPercent, search, ...usual, ...more };
}

/** `speed: fast` costs twice as much on the models that have it. */
function twice(usual: Rates): Rates {
  return {
    input: usual.input * 2,
    output: usual.output * 2,
    cacheRead: usual.cacheRead * 2,
    cacheWrite5m: usual.cacheWrite5m * 2,
    cacheWrite1h: usual.cacheWrite1h * 2,
  };
}

/** https://platform.claude.com/docs/en/about-claude/pricing, newest row of a model last. */
export const prices: readonly Price[] = [
  row('claude-haiku-5-5', rates(0.1, 0.5, 0.01, 0.125, 0.2), {
    above: { promptTokens: 100_000, rates: rates(0.5, 2.5, 0.05, 0.625, 1) },
  }),
  row('claude-sonnet-5-5', rates(2, 10, 0.2, 2.5, 4)),
  row('claude-sonnet-5-5', rates(2, 10, 0.1, 2.5, 4), { from: '2026-10-07' }),
  row('claude-opus-5-5', opus55, { fast: twice(opus55) }),
  row('claude-fable-5-2', fable52),
  row('claude-mythos-5-2', fable52),
  row('claude-fable-5-1', fable51),
  row('claude-mythos-5-1', fable51),
  row('claude-fable-5', fable5),
  row('claude-mythos-5', fable5),
  row('claude-opus-5', opus5, { fast: twice(opus5) }),
  row('claude-opus-4-8', opus5, { fast: twice(opus5) }),
  row('claude-opus-4-7', opus5),
  row('claude-opus-4-6', opus5),
  row('claude-opus-4-5', opus5),
  row('claude-opus-4-5-20251101', opus5),
  row('claude-sonnet-5', rates(2, 10, 0.2, 2.5, 4)),
  row('claude-sonnet-4-6', sonnet4),
  row('claude-sonnet-4-5', sonnet4),
  row('claude-sonnet-4-5-20250929', sonnet4),
  row('claude-haiku-4-5', rates(1, 5, 0.1, 1.25, 2)),
  row('claude-haiku-4-5-20251001', rates(1, 5, 0.1, 1.25, 2)),
];
