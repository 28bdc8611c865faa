import { type StateUpdater, useEffect, useRef, useState } from 'preact/hooks';
import { type EndpointConfig, originOf } from '../../utils/core/endpoint';
import type { Problem } from '../../utils/core/problem';
import type { KeyTest } from '../../utils/messages/key-messages';
import { send } from '../../utils/messages/send';
import type { LockStatus } from '../../utils/store/lock';
import type { KeyStatus } from '../../utils/store/vault';
import { onReturn } from '../use-reread';
import type { KeyAsks } from './EndpointKey';
import type { Testing } from './KeyOutcome';

type ById<T> = Readonly<Record<string, T>>;

/** What the background tells of keys. */
interface Told {
  /** By endpoint. */
  readonly statuses: ById<KeyStatus>;
  readonly lock: LockStatus;
}

export interface Keys {
  /** By endpoint; null until they are known. */
  readonly statuses: ById<KeyStatus> | null;
  readonly lock: LockStatus;
  readonly testing: ById<Testing>;
  readonly asks: KeyAsks;
  readonly refresh: () => Promise<void>;
}

const noLock: LockStatus = { kind: 'none' };

/** Nothing but storage fails a command. */
const storageFailing: KeyTest = {
  ok: false,
  saved: false,
  problem: { kind: 'storage-failing' },
};

/** The keys of all endpoints, as far as a view may know them, and what can be done with them. */
export function useKeys(endpoints: readonly EndpointConfig[] | null): Keys {
  const [told, setTold] = useState<Told | null>(null);
  const [testing, setTesting] = useState<ById<Testing>>({});
  const addresses = endpoints?.map(({ id, baseUrl }) => `${id} ${baseUrl}`).join('\n');

  // A command may be answered after the endpoints that it has changed are known.
  const latest = useRef(endpoints);
  latest.current = endpoints;
  const refresh = async () => {
    if (latest.current) setTold(await ask(latest.current));
  };
  useEffect(() => {
    void refresh();
    // The lock may have been opened elsewhere meanwhile, or have locked itself.
    return onReturn(() => void refresh());
  }, [addresses]);

  const asks = asksOf(refresh, setTesting);
  return { statuses: told?.statuses ?? null, lock: told?.lock ?? noLock, testing, asks, refresh };
}

async function ask(endpoints: readonly EndpointConfig[]): Promise<Told> {
  const read = endpoints.map(async ({ id }) => [id, await statusOf(id)] as const);
  const [lock, ...statuses] = await Promise.all([
    send({ kind: 'lock-status' }).catch(() => noLock),
    ...read,
  ]);
  return { lock, statuses: Object.fromEntries(statuses) };
}

function statusOf(endpointId: string): Promise<KeyStatus> {
  return send({ kind: 'key-status', endpointId }).catch(() => ({ kind: 'none' }) as const);
}

type SetTesting = (update: StateUpdater<ById<Testing>>) => void;

function asksOf(refresh: () => Promise<void>, setTesting: SetTesting): KeyAsks {
  const show = (id: string, state: Testing) => setTesting((all) => ({ ...all, [id]: state }));

  async function test(id: string, tested: Promise<KeyTest>): Promise<void> {
    show(id, { kind: 'running' });
    await tell(id, tested);
  }

  async function tell(id: string, told: Promise<KeyTest | null>): Promise<void> {
    const outcome = await told.catch(() => storageFailing);
    await refresh();
    show(id, outcome ? { kind: 'ended', test: outcome } : { kind: 'none' });
  }

  return {
    save: (endpoint, key, kept) => {
      const { id: endpointId } = endpoint;
      const command = { endpointId, origin: originOf(endpoint), key, ...kept };
      void test(endpointId, send({ kind: 'save-key', ...command }));
    },
    test: (endpointId) => void test(endpointId, send({ kind: 'test-key', endpointId })),
    move: (endpointId, kept) =>
      void tell(endpointId, send({ kind: 'move-key', endpointId, ...kept }).then(failedBy)),
    forget: (endpointId) => void tell(endpointId, send({ kind: 'forget-key', endpointId })),
    refresh: () => void refresh(),
    lockNow: () => void send({ kind: 'lock-now' }).then(refresh, refresh),
    forgetPassphrase: () => void send({ kind: 'forget-passphrase' }).then(refresh, refresh),
  };
}

/** What stood in the way of keeping a key otherwise: it is kept as it was. */
function failedBy(problem: Problem | null): KeyTest | null {
  return problem && { ok: false, saved: problem.kind !== 'key-gone', problem };
}
