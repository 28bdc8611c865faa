import { useEffect, useState } from 'preact/hooks';
import { type KeyTest, send } from '../../utils/messages';
import type { KeyStatus } from '../../utils/store/vault';
import { useModels, useSettings } from '../use-stored';
import type { KeyAsks, Testing } from './KeySection';
import { Options } from './Options';
import '../base.css';
import '../tokens.css';

/** The options with what is stored, turning choices into commands. */
export function OptionsHere({ shortcut }: { readonly shortcut: string | null }) {
  const { status, testing, asks } = useKey();
  const models = useModels();
  const settings = useSettings();
  const [now] = useState(Date.now);
  // All at once: what comes later must not move what is about to be clicked.
  if (!status || !models || !settings) return null;
  return (
    <Options
      status={status}
      testing={testing}
      models={models}
      settings={settings}
      shortcut={shortcut}
      now={now}
      asks={asks}
      onChange={(change) => void send({ kind: 'change-settings', change })}
    />
  );
}

/** Nothing but storage fails a command. */
const storageFailing: KeyTest = {
  ok: false,
  saved: false,
  problem: { kind: 'storage-failing' },
};

function useKey() {
  const [status, setStatus] = useState<KeyStatus | null>(null);
  const [testing, setTesting] = useState<Testing>({ kind: 'none' });
  const refresh = async () =>
    setStatus(await send({ kind: 'key-status' }).catch(() => ({ kind: 'none' }) as const));

  useEffect(() => void refresh(), []);

  async function test(testing: Promise<KeyTest>): Promise<void> {
    setTesting({ kind: 'running' });
    const outcome = await testing.catch(() => storageFailing);
    await refresh();
    setTesting({ kind: 'ended', test: outcome });
  }

  async function forget(): Promise<void> {
    const forgot = await send({ kind: 'forget-key' }).catch(() => storageFailing);
    await refresh();
    setTesting(forgot ? { kind: 'ended', test: forgot } : { kind: 'none' });
  }

  const asks: KeyAsks = {
    save: (key, keep) => void test(send({ kind: 'save-key', key, keep })),
    test: () => void test(send({ kind: 'test-key' })),
    forget: () => void forget(),
  };
  return { status, testing, asks };
}
