import type { Rates } from '../../utils/core/money/price';
import type { OwnPrice } from '../../utils/core/money/prices';
import { type PriceFault, parsePrice, typedPrice } from '../../utils/core/money/typed-price';

export const rateNames = [
  'input',
  'output',
  'cacheRead',
  'cacheWrite5m',
  'cacheWrite1h',
] as const satisfies readonly (keyof Rates)[];
export type RateName = (typeof rateNames)[number];

/** A row of prices as it is being typed: $ per million tokens. */
export interface PriceDraft {
  readonly model: string;
  readonly typed: Readonly<Record<RateName, string>>;
}

/** As far as anybody knows them. */
export type KnownRates = { readonly [Name in RateName]?: number | undefined };

export type PriceFaults = Readonly<Partial<Record<RateName | 'model', PriceFault>>>;

export type CheckedPrice =
  | { readonly kind: 'ok'; readonly price: OwnPrice }
  | { readonly kind: 'faulty'; readonly faults: PriceFaults };

/** `known`: what the model costs by now, if anybody knows. */
export function priceDraft(model: string, known: KnownRates | null, decimal: string): PriceDraft {
  const typed = (name: RateName) => {
    const nano = known?.[name];
    return nano === undefined ? '' : typedPrice(nano, decimal);
  };
  const entries = rateNames.map((name) => [name, typed(name)] as const);
  return { model, typed: Object.fromEntries(entries) as Record<RateName, string> };
}

/** A whole row, or what is wrong with which field; what cached tokens cost may be left empty. */
export function checkPrice({ model: id, typed }: PriceDraft, decimal: string): CheckedPrice {
  const faults: Partial<Record<RateName | 'model', PriceFault>> = {};
  const rates: Partial<Record<RateName, number>> = {};
  const model = id.trim();
  if (model === '') faults.model = 'empty';
  for (const name of rateNames) {
    const parsed = parsePrice(typed[name], decimal);
    const isOptional = name !== 'input' && name !== 'output';
    if (parsed.kind === 'ok') rates[name] = parsed.nano;
    else if (parsed.fault !== 'empty' || !isOptional) faults[name] = parsed.fault;
  }
  const { input, output, ...cached } = rates;
  if (input === undefined || output === undefined || Object.keys(faults).length > 0)
    return { kind: 'faulty', faults };
  return { kind: 'ok', price: { model, input, output, ...cached } };
}
