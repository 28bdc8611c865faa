import type { Access } from './access';
import { type EndpointConfig, originOf } from './core/endpoint';
import { problemIn } from './core/problem';
import type { Endpoint } from './endpoints/endpoint';
import type { KeyTest } from './messages/key-messages';
import { writeModels } from './store/models';
import { type Keep, saveKey } from './store/vault';

/** ms that a test may take. */
const patience = 20_000;

/** A key travels in a header: anything else than visible ASCII cannot be one. */
const possibleKey = /^[\x21-\x7E]+$/;

/** A key as the user gives it, and how it shall be kept. */
interface NewKey {
  readonly key: string;
  readonly keep: Keep;
  /** Of a lock that is still to be made. */
  readonly passphrase?: string | undefined;
}

/** Tests a key, which is free, and keeps it unless the service says that it is not one. */
export async function saveTestedKey(
  config: EndpointConfig,
  endpoint: Endpoint,
  { key, keep, passphrase }: NewKey,
): Promise<KeyTest> {
  if (!possibleKey.test(key)) return { ok: false, saved: false, problem: { kind: 'key-refused' } };
  const test = await testEndpoint(config, endpoint, key);
  if (!test.ok && test.problem.kind === 'key-refused') return { ...test, saved: false };
  try {
    await saveKey({ key, origin: originOf(config) }, keep, passphrase);
  } catch (error) {
    return { ok: false, saved: false, problem: problemIn(error) };
  }
  return test;
}

/** Tests an endpoint with what it is entered with: the key that is kept for it, or none where it wants none. */
export async function testKept(
  config: EndpointConfig,
  endpoint: Endpoint,
  access: Access,
): Promise<KeyTest> {
  if (access.kind === 'granted') return testEndpoint(config, endpoint, access.key);
  const { problem } = access;
  return { ok: false, saved: problem.kind === 'locked', problem };
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
    return { ok: false, saved: true, problem: problemIn(error) };
  }
}
