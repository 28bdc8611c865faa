import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { type Model, thinkingTypes } from '../core/model';

const model = v.object({
  id: v.string(),
  name: v.string(),
  maxInput: v.nullable(v.number()),
  maxOutput: v.nullable(v.number()),
  thinking: v.array(v.picklist(thinkingTypes)),
  efforts: v.array(v.string()),
});

const item = storage.defineItem<unknown>('local:models', { version: 1 });

/** Models that the key's last test listed, newest first; empty before any. */
export async function readModels(): Promise<readonly Model[]> {
  const parsed = v.safeParse(v.array(model), await item.getValue());
  return parsed.success ? parsed.output : [];
}

/** Calls back when another list was stored; returns how to stop. */
export function watchModels(changed: () => void): () => void {
  return item.watch(changed);
}

/** Keeps the list of a key's test. The background is its one writer. */
export async function writeModels(models: readonly Model[]): Promise<void> {
  await item.setValue(models);
}
