import { useEffect, useState } from 'preact/hooks';
import { anthropicEndpoint } from '../../utils/core/endpoint';
import { type KeyTest, send } from '../../utils/messages';
import type { Keep, KeyStatus } from '../../utils/store/vault';
import type { Testing } from '../options/KeyOutcome';

const { id: endpointId } = anthropicEndpoint;
const none: KeyStatus = { kind: 'none' };

/** Nothing but storage fails a command. */
const storageFailing: KeyTest = { ok: false, saved: false, problem: { kind: 'storage-failing' } };

/** Whether there is a key, and what can be done with one; until the background has answered there is none. */
export function useKey() {
  const [status, setStatus] = useState(none);
  const [testing, setTesting] = useState<Testing>({ kind: 'none' });
  const refresh = async () =>
    setStatus(await send({ kind: 'key-status', endpointId }).catch(() => none));

  useEffect(() => void refresh(), []);

  async function test(outcome: Promise<KeyTest>): Promise<void> {
    setTesting({ kind: 'running' });
    const ended = await outcome.catch(() => storageFailing);
    await refresh();
    setTesting({ kind: 'ended', test: ended });
  }

  async function forget(): Promise<void> {
    const forgot = await send({ kind: 'forget-key', endpointId }).catch(() => storageFailing);
    await refresh();
    setTesting(forgot ? { kind: 'ended', test: forgot } : { kind: 'none' });
  }

  return {
    status,
    testing,
    asks: {
      save: (key: string, keep: Keep) =>
        void test(send({ kind: 'save-key', endpointId, key, keep })),
      test: () => void test(send({ kind: 'test-key', endpointId })),
      forget: () => void forget(),
    },
  };
}
