import { Failure, type Problem } from './core/problem';
import type { Endpoint } from './endpoints/endpoint';
import type { KeyTest } from './messages';
import { writeModels } from './store/models';
import { type Keep, readKey, saveKey } from './store/vault';

/** ms that a test may take. */
const patience = 20_000;

/** A key travels in a header: anything else than visible ASCII cannot be one. */
const possibleKey = /^[\x21-\x7E]+$/;

/** Tests a key, which is free, and keeps it unless the service says that it is not one. */
export async function saveTestedKey(endpoint: Endpoint, key: string, keep: Keep): Promise<KeyTest> {
  if (!possibleKey.test(key)) return { ok: false, saved: false, problem: { kind: 'key-refused' } };
  const problem = await test(endpoint, key);
  if (problem?.kind === 'key-refused') return { ok: false, saved: false, problem };
  try {
    await saveKey({ key, origin: endpoint.origin }, keep);
  } catch {
    return { ok: false, saved: false, problem: { kind: 'storage-failing' } };
  }
  return problem ? { ok: false, saved: true, problem } : { ok: true };
}

/** Tests the key that is kept. */
export async function testKeptKey(endpoint: Endpoint): Promise<KeyTest> {
  const stored = await readKey().catch(() => null);
  if (stored?.origin !== endpoint.origin) {
    return { ok: false, saved: false, problem: { kind: 'key-gone' } };
  }
  const problem = await test(endpoint, stored.key);
  return problem ? { ok: false, saved: true, problem } : { ok: true };
}

/** Null when the key works; the models that it may use are then kept for the list. */
async function test(endpoint: Endpoint, key: string): Promise<Problem | null> {
  try {
    await writeModels(await endpoint.listModels(key, AbortSignal.timeout(patience)));
    return null;
  } catch (error) {
    return error instanceof Failure ? error.problem : { kind: 'storage-failing' };
  }
}
