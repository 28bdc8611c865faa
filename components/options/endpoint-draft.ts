import { type BaseUrlFault, parseBaseUrl } from '../../utils/core/base-url';
import type { Auth, EndpointConfig } from '../../utils/core/endpoint';
import type { OwnPrice } from '../../utils/core/prices';
import type { MessageKey } from '../../utils/i18n';

/** An endpoint as it is being typed; prices in $ per million tokens. */
export interface Draft {
  readonly name: string;
  readonly baseUrl: string;
  readonly auth: Auth;
  readonly model: string;
  readonly input: string;
  readonly output: string;
}

export type Field = 'name' | 'baseUrl' | 'model' | 'prices';
export type Faults = Readonly<Partial<Record<Field, MessageKey>>>;

/** A whole endpoint, or what is wrong with which field. */
export type Checked =
  | { readonly kind: 'ok'; readonly config: Omit<EndpointConfig, 'id'> }
  | { readonly kind: 'faulty'; readonly faults: Faults };

export const emptyDraft: Draft = {
  name: '',
  baseUrl: '',
  auth: 'bearer',
  model: '',
  input: '',
  output: '',
};

/** The most prices an endpoint may have. */
const mostPrices = 50;

export function draftOf({ name, baseUrl, auth, model, prices }: EndpointConfig): Draft {
  const price = prices.find((each) => each.model === model);
  const typed = (nano: number | undefined) => (nano === undefined ? '' : String(nano / 1000));
  return { name, baseUrl, auth, model, input: typed(price?.input), output: typed(price?.output) };
}

/** `before`: prices that the endpoint has; those of other models stay. */
export function checkDraft(draft: Draft, before: readonly OwnPrice[]): Checked {
  const [name, model] = [draft.name.trim(), draft.model.trim()];
  const base = parseBaseUrl(draft.baseUrl);
  const price = priceOfDraft(draft);
  const faults: Faults = {
    ...(name === '' && { name: 'faultName' }),
    ...(base.kind === 'rejected' && { baseUrl: urlFault(base.fault) }),
    ...(model === '' && { model: 'faultModel' }),
    ...(price.kind === 'faulty' && { prices: 'faultPrices' }),
  };
  if (base.kind === 'rejected' || price.kind === 'faulty' || Object.keys(faults).length > 0) {
    return { kind: 'faulty', faults };
  }
  const others = before.filter((each) => each.model !== model).slice(1 - mostPrices);
  const prices = price.kind === 'known' ? [...others, { model, ...price.rates }] : others;
  return { kind: 'ok', config: { name, baseUrl: base.url, auth: draft.auth, model, prices } };
}

export function urlFault(fault: BaseUrlFault): MessageKey {
  switch (fault) {
    case 'not-an-address':
      return 'faultNotAnAddress';
    case 'not-encrypted':
      return 'faultNotEncrypted';
    case 'has-credentials':
      return 'faultHasCredentials';
    case 'has-query':
      return 'faultHasQuery';
  }
}

type DraftPrice =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'known'; readonly rates: Pick<OwnPrice, 'input' | 'output'> }
  | { readonly kind: 'faulty' };

function priceOfDraft(draft: Draft): DraftPrice {
  if (draft.input.trim() === '' && draft.output.trim() === '') return { kind: 'unknown' };
  const [input, output] = [nanoPerToken(draft.input), nanoPerToken(draft.output)];
  if (input === null || output === null) return { kind: 'faulty' };
  return { kind: 'known', rates: { input, output } };
}

/** $ per million tokens, typed with a point or a comma and in Latin or Arabic digits, in nano-dollars per token. */
function nanoPerToken(typed: string): number | null {
  const latin = typed
    .trim()
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[,\u066B]/, '.');
  if (!/^\d*\.?\d+$/.test(latin)) return null;
  const nano = Math.round(Number(latin) * 1000);
  return Number.isSafeInteger(nano) ? nano : null;
}
