import { boundOf, doubtIn } from './believe';
import { type Cost, costBefore, costOf, savedByCache } from './cost';
import type { Doubt } from './doubt';
import type { NanoDollars } from './money';
import type { Price } from './price';
import { pricesCheckedOn } from './price-list';
import { priceFor } from './prices';
import type { Spent } from './spent';
import type { Usage } from './usage';

/** What a turn took. Times are ms; `wholeMs` and `firstWordMs` are null when nobody was there to measure. */
export interface Receipt {
  /** The endpoint as the user calls it. */
  readonly service: string;
  readonly model: string;
  /** Null when the service never reported any. `output` is then unknown as well. */
  readonly usage: Usage | null;
  /** False when `usage` is from the start of the answer: its output is a lower bound. */
  readonly final: boolean;
  /** Why the usage is not believed; absent: it is. */
  readonly doubt?: Doubt | undefined;
  readonly cost: Cost;
  /** What the cache has saved, or with a minus cost more; null when it was not used, or nobody knows. */
  readonly saved: NanoDollars | null;
  /** Day on which our price list was checked; null when the price is not from it. */
  readonly pricedOn: string | null;
  /** The price was the user's own; absent: it was not. */
  readonly ownPrice?: true | undefined;
  readonly requestId: string | null;
  /** ms since 1970. */
  readonly sentAt: number;
  readonly firstWordMs: number | null;
  readonly wholeMs: number | null;
}

/**
 * The receipt of a turn. Without the final usage the true cost lies between the reported input with the output that
 * was received, and the reported (or estimated) input with all the output that was allowed: thinking is never seen. A
 * usage beyond belief costs at most what the request could, or more if that is what was claimed.
 */
export function receiptOf(spent: Spent): Receipt {
  const price = priceFor(spent.pricing, spent.model, spent.sentAt);
  const doubt = doubtIn(spent);
  return {
    service: spent.service,
    model: spent.model,
    usage: spent.usage && seenUsage(spent, spent.usage),
    final: spent.final,
    ...(doubt && { doubt }),
    cost: price ? costOfSpent(spent, price, doubt) : unpriced(spent),
    saved: doubt ? null : price && spent.usage && (savedByCache(spent.usage, price) || null),
    pricedOn: price && !price.own ? pricesCheckedOn : null,
    ...(price?.own && spent.pricing.kind !== 'free' && { ownPrice: true }),
    requestId: spent.requestId,
    sentAt: spent.sentAt,
    firstWordMs: spent.firstWordMs,
    wholeMs: spent.wholeMs,
  };
}

function costOfSpent(spent: Spent, price: Price, doubt: Doubt | null): Cost {
  const { usage } = spent;
  if (spent.pricing.kind === 'free') return { kind: 'exact', nano: 0 };
  if (doubt) return unverified(spent, price);
  if (!usage)
    return {
      kind: 'between',
      atLeast: 0,
      atMost: costBefore(spent.prompt, spent.maxOutput, price, spent.cached).high,
    };
  const atLeast = costOf(seenUsage(spent, usage), price);
  const atMost = costOf({ ...usage, output: Math.max(usage.output, spent.maxOutput) }, price);
  if (atLeast === null || atMost === null) return unpriced(spent);
  return spent.final ? { kind: 'exact', nano: atLeast } : { kind: 'between', atLeast, atMost };
}

/** A budget counts what was set aside: the most that the model that was asked, on the usual terms, could have cost. */
function unpriced(spent: Spent): Cost {
  const { asked, model, pricing, sentAt } = spent;
  const price = priceFor(pricing, asked?.model ?? model, sentAt);
  const usage = spent.usage && { ...spent.usage, terms: undefined };
  const atMost = price && boundOf({ ...spent, usage }, price);
  return atMost === null ? { kind: 'unknown' } : { kind: 'unknown', atMost };
}

/** What is free is free, however much of it there was. */
function unverified(spent: Spent, price: Price): Cost {
  const atMost = boundOf(spent, price);
  if (atMost === null) return unpriced(spent);
  if (atMost === 0) return { kind: 'exact', nano: 0 };
  const claimed = spent.usage && spent.final ? costOf(spent.usage, price) : null;
  return { kind: 'unverified', claimed, atMost };
}

/** Usage as far as it is certain: no token spans two words, so what arrived took at least one for each. */
function seenUsage(spent: Spent, usage: Usage): Usage {
  if (spent.final) return usage;
  const received = spent.text.match(/\S+/g)?.length ?? 0;
  return {
    ...usage,
    output: Math.min(Math.max(usage.output, received), Math.max(spent.maxOutput, usage.output)),
  };
}
