import { type EndpointConfig, originOf } from './core/endpoint';
import type { Problem } from './core/problem';
import { keyStatus, readKey } from './store/vault';

/** What an endpoint is entered with: its key, or null where it wants none; or why it cannot be entered. */
export type Access =
  | { readonly kind: 'granted'; readonly key: string | null }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Finds the key that may be sent to an endpoint: one that was saved for another origin is none. */
export async function findAccess(endpoint: EndpointConfig): Promise<Access> {
  if (endpoint.auth === 'none') return { kind: 'granted', key: null };
  const origin = originOf(endpoint);
  const key = await readKey(origin).catch(() => null);
  if (key !== null) return { kind: 'granted', key };
  const status = await keyStatus(origin);
  const service = endpoint.name;
  const problem: Problem =
    status.kind === 'none' ? { kind: 'no-key', service } : { kind: 'key-gone' };
  return { kind: 'problem', problem };
}
