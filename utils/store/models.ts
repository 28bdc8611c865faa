import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { anthropicEndpoint } from '../core/endpoint';
import { type Model, thinkingTypes } from '../core/model';
import { inTurn } from './in-turn';
import { readableEntries } from './readable';

/** Models that each endpoint listed when its key was last tested, newest first; by the endpoint's id. */
export type ModelLists = Readonly<Record<string, readonly Model[]>>;

const models = v.array(
  v.object({
    id: v.string(),
    name: v.string(),
    maxInput: v.nullable(v.number()),
    maxOutput: v.nullable(v.number()),
    thinking: v.array(v.picklist(thinkingTypes)),
    efforts: v.array(v.string()),
  }),
);

const inOrder = inTurn();

const item = storage.defineItem<unknown>('local:models', {
  version: 2,
  // Version 1 was the list of the one endpoint there was.
  migrations: { 2: (stored: unknown) => ({ [anthropicEndpoint.id]: stored }) },
});

export async function readModels(): Promise<ModelLists> {
  return readableEntries(await item.getValue(), models);
}

/** Calls back when another list was stored; returns how to stop. */
export function watchModels(changed: () => void): () => void {
  return item.watch(changed);
}

/** Keeps the list of an endpoint's test. The background is its one writer. */
export function writeModels(endpointId: string, models: readonly Model[]): Promise<void> {
  return inOrder(async () => item.setValue({ ...(await readModels()), [endpointId]: models }));
}

/** Forgets the lists of all endpoints but these. */
export function keepModelsOf(endpointIds: readonly string[]): Promise<void> {
  return inOrder(async () => {
    const lists = Object.entries(await readModels());
    const kept = lists.filter(([id]) => endpointIds.includes(id));
    if (kept.length < lists.length) await item.setValue(Object.fromEntries(kept));
  });
}
