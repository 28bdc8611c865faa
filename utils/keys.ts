import { type EndpointConfig, originOf } from './core/endpoint';
import { Failure, type Problem } from './core/problem';
import type { Endpoint } from './endpoints/endpoint';
import type { KeyTest } from './key-messages';
import { writeModels } from './store/models';
import { type Keep, readKey, saveKey } from './store/vault';

/** ms that a test may take. */
const patience = 20_000;

/** A key travels in a header: anything else than visible ASCII cannot be one. */
const possibleKey = /^[\x21-\x7E]+$/;

/** Tests a key, which is free, and keeps it unless the service says that it is not one. */
export async function saveTestedKey(
  config: EndpointConfig,
  endpoint: Endpoint,
  key: string,
  keep: Keep,
): Promise<KeyTest> {
  if (!possibleKey.test(key)) return { ok: false, saved: false, problem: { kind: 'key-refused' } };
  const test = await testEndpoint(config, endpoint, key);
  if (!test.ok && test.problem.kind === 'key-refused') return { ...test, saved: false };
  try {
    await saveKey({ key, origin: originOf(config) }, keep);
  } catch {
    return { ok: false, saved: false, problem: { kind: 'storage-failing' } };
  }
  return test;
}

/** Tests an endpoint with the key that is kept for it, or with none where it wants none. */
export async function testKept(config: EndpointConfig, endpoint: Endpoint): Promise<KeyTest> {
  if (config.auth === 'none') return testEndpoint(config, endpoint, null);
  const key = await readKey(originOf(config)).catch(() => null);
  if (key === null) return { ok: false, saved: false, problem: { kind: 'key-gone' } };
  return testEndpoint(config, endpoint, key);
}

/** The models that the endpoint lists are kept; one that lists none may be good all the same. */
async function testEndpoint(
  config: EndpointConfig,
  endpoint: Endpoint,
  key: string | null,
): Promise<KeyTest> {
  try {
    const models = await endpoint.listModels(key, AbortSignal.timeout(patience));
    await writeModels(config.id, models ?? []);
    return { ok: true, models: models?.length ?? null };
  } catch (error) {
    const problem: Problem = error instanceof Failure ? error.problem : { kind: 'storage-failing' };
    return { ok: false, saved: true, problem };
  }
}
