import { useEffect, useState } from 'preact/hooks';
import { type Model, modelOf } from '../utils/core/model';
import type { Settings } from '../utils/store/settings';

/** The stores are loaded after the first paint: they bring the parser of stored values. */
export function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(
    () =>
      following(async () => {
        const store = await import('../utils/store/settings');
        setSettings(await store.readSettings().catch(() => store.defaultSettings));
        return store.watchSettings(setSettings);
      }),
    [],
  );
  return settings;
}

/** The models that the key's last test listed; null until they are read. */
export function useModels(): readonly Model[] | null {
  const [models, setModels] = useState<readonly Model[] | null>(null);
  useEffect(
    () =>
      following(async () => {
        const store = await import('../utils/store/models');
        const read = async () => setModels(await store.readModels().catch(() => []));
        await read();
        return store.watchModels(() => void read());
      }),
    [],
  );
  return models;
}

/** Names a model as its maker does, as far as that is known. */
export type NameModel = (id: string) => string;

export function useModelNames(): NameModel {
  const models = useModels();
  return (id) => modelOf(id, models ?? []).name;
}

/** Starts a watch that begins later; what it returns ends it, also before it has begun. */
function following(start: () => Promise<() => void>): () => void {
  const begun = start();
  return () => void begun.then((end) => end());
}
