import { type BaseUrlFault, parseBaseUrl } from '../../utils/core/base-url';
import type { Auth, EndpointConfig } from '../../utils/core/endpoint';
import type { OwnPrice } from '../../utils/core/money/prices';
import type { MessageKey } from '../../utils/i18n';

/** An endpoint as it is being typed. */
export interface Draft {
  readonly name: string;
  readonly baseUrl: string;
  readonly auth: Auth;
  readonly model: string;
}

export type Field = 'name' | 'baseUrl' | 'model';
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
};

export function draftOf({ name, baseUrl, auth, model }: EndpointConfig): Draft {
  return { name, baseUrl, auth, model };
}

/** `prices`: that the endpoint has; they are typed elsewhere. */
export function checkDraft(draft: Draft, prices: readonly OwnPrice[]): Checked {
  const [name, model] = [draft.name.trim(), draft.model.trim()];
  const base = parseBaseUrl(draft.baseUrl);
  const faults: Faults = {
    ...(name === '' && { name: 'faultName' }),
    ...(base.kind === 'rejected' && { baseUrl: urlFault(base.fault) }),
    ...(model === '' && { model: 'faultModel' }),
  };
  if (base.kind === 'rejected' || Object.keys(faults).length > 0) return { kind: 'faulty', faults };
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
