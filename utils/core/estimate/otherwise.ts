import { anthropicEndpoint, type EndpointConfig, isAnthropic, pricingOf } from '../endpoint';
import { isBefore47, type Model } from '../model';
import { costOf } from '../money/cost';
import type { NanoDollars } from '../money/money';
import { priceFor } from '../money/prices';
import type { Receipt } from '../money/receipt';
import type { Usage } from '../money/usage';
import { roughTokens, sumOf } from './tokens';

/** What a turn would have cost on another model. */
export interface Otherwise {
  /** The endpoint as the user calls it. */
  readonly service: string;
  readonly model: string;
  readonly nano: NanoDollars;
  /** Its tokenizer is another one, or nobody knows which: the tokens are an estimate. */
  readonly rough: boolean;
}

/** A model that could have been asked. */
type Other = Pick<Otherwise, 'service' | 'model'> & { readonly endpoint: EndpointConfig };

/** UTF-16 units of a text that tell what it is made of. */
const sample = 2000;

/** At most so many are told of Anthropic's, and of those of all other services. */
const most = { anthropic: 3, others: 2 } as const;

/**
 * What a turn of a known cost would have been on other models, the cheapest first: the same tokens, at the prices of that
 * day, of what Anthropic listed (`models`), and elsewhere of those that the user has given a price. Empty where its own usage
 * or cost is not known for sure. `text`: what it was about, which tells how tokens of one tokenizer compare with another's.
 */
export function otherwise(
  receipt: Receipt,
  endpoints: readonly EndpointConfig[],
  models: readonly Pick<Model, 'id'>[],
  text: string,
): readonly Otherwise[] {
  const { usage, final, doubt, cost } = receipt;
  if (!usage || !final || doubt || cost.kind !== 'exact') return [];
  const told = othersOf(endpoints, models)
    .filter(({ service, model }) => service !== receipt.service || model !== receipt.model)
    .flatMap((other) => costOn(other, receipt, usage, text) ?? [])
    .toSorted((one, two) => one.nano - two.nano);
  const listed = told.filter(({ service }) => service === anthropicEndpoint.name);
  const elsewhere = told.filter(({ service }) => service !== anthropicEndpoint.name);
  const shown = new Set([...listed.slice(0, most.anthropic), ...elsewhere.slice(0, most.others)]);
  return told.filter((each) => shown.has(each));
}

function othersOf(
  endpoints: readonly EndpointConfig[],
  models: readonly Pick<Model, 'id'>[],
): readonly Other[] {
  return endpoints.flatMap((endpoint) => {
    const ids = isAnthropic(endpoint)
      ? models.map(({ id }) => id)
      : endpoint.prices.map(({ model }) => model);
    return ids.map((model) => ({ service: endpoint.name, model, endpoint }));
  });
}

function costOn(
  { endpoint, service, model }: Other,
  receipt: Receipt,
  usage: Usage,
  text: string,
): Otherwise | null {
  const price = priceFor(pricingOf(endpoint), model, receipt.sentAt);
  const isKnown = isAnthropic(endpoint) && receipt.service === anthropicEndpoint.name;
  const ratio = isKnown ? tokensFor(model, receipt.model, text) : 1;
  const nano = price && costOf(scaled(usage, ratio), price);
  return nano === null ? null : { service, model, nano, rough: !isKnown || ratio !== 1 };
}

/** Tokens that one model counts for each of another's: more of words in Latin letters since Claude 4.7, the same of most others. */
function tokensFor(model: string, other: string, text: string): number {
  if (isBefore47(model) === isBefore47(other)) return 1;
  const looked = text.trimStart().slice(0, sample) || 'words';
  return sumOf(roughTokens(looked, model)) / sumOf(roughTokens(looked, other));
}

/** The usage as another model would have counted it, served as usual. */
function scaled(usage: Usage, ratio: number): Usage {
  const tokens = (count: number) => Math.round(count * ratio);
  return {
    input: tokens(usage.input),
    cacheRead: tokens(usage.cacheRead),
    cacheWrite5m: tokens(usage.cacheWrite5m),
    cacheWrite1h: tokens(usage.cacheWrite1h),
    output: tokens(usage.output),
    thinking: tokens(usage.thinking),
  };
}
