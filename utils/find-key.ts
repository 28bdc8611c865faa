import type { Problem } from './core/problem';
import { keyStatus, readKey } from './store/vault';

/** The key for an origin, or why there is none. */
export type KeyFound =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Finds the key that may be sent to `origin`: one that was saved for another origin is none. */
export async function findKey(origin: string): Promise<KeyFound> {
  const stored = await readKey().catch(() => null);
  if (stored?.origin === origin) return { kind: 'key', key: stored.key };
  const status = await keyStatus();
  return { kind: 'problem', problem: { kind: status.kind === 'none' ? 'no-key' : 'key-gone' } };
}
