import { useEffect, useState } from 'preact/hooks';
import { deviceEndpoint } from '../utils/core/endpoint';
import { modelOf } from '../utils/core/model';
import { t } from '../utils/i18n';
import type { ModelLists } from '../utils/store/models';
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

/** The models that each endpoint listed when it was last tested; null until they are read. */
export function useModels(): ModelLists | null {
  const [models, setModels] = useState<ModelLists | null>(null);
  useEffect(
    () =>
      following(async () => {
        const store = await import('../utils/store/models');
        const read = async () => setModels(await store.readModels().catch(() => ({})));
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
  const lists = useModels();
  const models = Object.values(lists ?? {}).flat();
  return (id) => ownName(id) ?? modelOf(id, models).name;
}

/** What answers on the device is no model of anybody's. */
function ownName(id: string): string | null {
  if (id === deviceEndpoint.model) return t('onThisDevice');
  if (id === 'key-sentences') return t('keySentences');
  return id === 'browser-summarizer' ? t('browserSummarizer') : null;
}

/** Starts a watch that begins later; what it returns ends it, also before it has begun. */
function following(start: () => Promise<() => void>): () => void {
  const begun = start();
  return () => void begun.then((end) => end());
}
