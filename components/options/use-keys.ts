import { useEffect, useState } from 'preact/hooks';
import { type EndpointConfig, originOf } from '../../utils/core/endpoint';
import type { KeyTest } from '../../utils/key-messages';
import { send } from '../../utils/messages';
import type { KeyStatus } from '../../utils/store/vault';
import type { KeyAsks } from './EndpointKey';
import type { Testing } from './KeyOutcome';

type ById<T> = Readonly<Record<string, T>>;

export interface Keys {
  /** By endpoint; null until they are known. */
  readonly statuses: ById<KeyStatus> | null;
  readonly testing: ById<Testing>;
  readonly asks: KeyAsks;
  readonly refresh: () => Promise<void>;
}

/** Nothing but storage fails a command. */
const storageFailing: KeyTest = {
  ok: false,
  saved: false,
  problem: { kind: 'storage-failing' },
};

/** The keys of all endpoints, as far as a view may know them, and what can be done with them. */
export function useKeys(endpoints: readonly EndpointConfig[] | null): Keys {
  const [statuses, setStatuses] = useState<ById<KeyStatus> | null>(null);
  const [testing, setTesting] = useState<ById<Testing>>({});
  const addresses = endpoints?.map(({ id, baseUrl }) => `${id} ${baseUrl}`).join('\n');

  const refresh = async () => {
    if (!endpoints) return;
    const read = endpoints.map(async ({ id }) => [id, await statusOf(id)] as const);
    setStatuses(Object.fromEntries(await Promise.all(read)));
  };
  useEffect(() => void refresh(), [addresses]);

  const show = (id: string, state: Testing) => setTesting((all) => ({ ...all, [id]: state }));

  async function test(id: string, tested: Promise<KeyTest>): Promise<void> {
    show(id, { kind: 'running' });
    const outcome = await tested.catch(() => storageFailing);
    await refresh();
    show(id, { kind: 'ended', test: outcome });
  }

  async function forget(endpointId: string): Promise<void> {
    const failed = await send({ kind: 'forget-key', endpointId }).catch(() => storageFailing);
    await refresh();
    show(endpointId, failed ? { kind: 'ended', test: failed } : { kind: 'none' });
  }

  const asks: KeyAsks = {
    save: (endpoint, key, keep) => {
      const { id: endpointId } = endpoint;
      const origin = originOf(endpoint);
      void test(endpointId, send({ kind: 'save-key', endpointId, origin, key, keep }));
    },
    test: (endpointId) => void test(endpointId, send({ kind: 'test-key', endpointId })),
    forget: (endpointId) => void forget(endpointId),
  };
  return { statuses, testing, asks, refresh };
}

function statusOf(endpointId: string): Promise<KeyStatus> {
  return send({ kind: 'key-status', endpointId }).catch(() => ({ kind: 'none' }) as const);
}
