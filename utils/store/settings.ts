import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { defaultModel } from '../core/model';

export interface Settings {
  readonly model: string;
  /** BCP 47; null: the language of the user interface. */
  readonly answerLanguage: string | null;
}

export const defaultSettings: Settings = { model: defaultModel.id, answerLanguage: null };

const settings = v.object({
  model: v.fallback(v.string(), defaultSettings.model),
  answerLanguage: v.fallback(v.nullable(v.string()), defaultSettings.answerLanguage),
});

const item = storage.defineItem<unknown>('local:settings', { version: 1 });

function parse(stored: unknown): Settings {
  const parsed = v.safeParse(settings, stored);
  return parsed.success ? parsed.output : defaultSettings;
}

/** The user's settings; what cannot be read is as if never set. */
export async function readSettings(): Promise<Settings> {
  return parse(await item.getValue());
}

/** Calls back with the settings after each change; returns how to stop. */
export function watchSettings(changed: (settings: Settings) => void): () => void {
  return item.watch((stored) => changed(parse(stored)));
}

let writing: Promise<unknown> = Promise.resolve();

/** Changes some of the settings. The background is their one writer; writes happen in order. */
export function changeSettings(change: Partial<Settings>): Promise<void> {
  const write = writing.then(async () => item.setValue({ ...(await readSettings()), ...change }));
  writing = write.catch(() => undefined);
  return write;
}
