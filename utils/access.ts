import { type EndpointConfig, originOf } from './core/endpoint';
import type { Problem } from './core/problem';
import { whyClosed } from './store/opening';
import { type KeyStatus, keyStatus, readKey } from './store/vault';

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
  const problem = problemOf(await keyStatus(origin), endpoint.name);
  return { kind: 'problem', problem: problem.kind === 'key-gone' ? await lossOfKey() : problem };
}

/** A key is not gone as long as where it lies may be opened again. */
async function lossOfKey(): Promise<Problem> {
  const closed = await whyClosed();
  if (closed === 'damaged') return { kind: 'database-damaged' };
  return { kind: closed === 'newer' ? 'database-newer' : 'key-gone' };
}

/** A key that is saved and could not be read is damaged, which is as good as gone. */
function problemOf({ kind }: KeyStatus, service: string): Problem {
  switch (kind) {
    case 'none':
      return { kind: 'no-key', service };
    case 'locked':
      return { kind: 'locked' };
    case 'gone':
    case 'saved':
      return { kind: 'key-gone' };
  }
}

/** Whether an endpoint has what it takes to be asked, be it behind a passphrase. */
export function isEquipped(access: Access): boolean {
  return access.kind === 'granted' || access.problem.kind === 'locked';
}
