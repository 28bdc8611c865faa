import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';

const item = storage.defineItem<unknown>('session:tabRuns');
const schema = v.record(v.string(), v.string());

/** Which run is a tab's last; as short-lived as tab ids are. The runner is its one writer. */
export interface TabRuns {
  get(tabId: number): Promise<string | null>;
  /** The tabs whose last run this is: a follow-up may have been asked in another. */
  tabsOf(runId: string): Promise<readonly number[]>;
  all(): Promise<readonly (readonly [tabId: number, runId: string])[]>;
  set(tabId: number, runId: string): Promise<void>;
  /** Forgets the tab's run, if it still is this one. */
  clear(tabId: number, runId: string): Promise<void>;
}

/** In memory first: a view asks in the same tick in which a run begins. `storage.session` survives the background. */
export function createTabRuns(): TabRuns {
  const known = new Map<string, string>();
  // What a broken storage cannot tell is not waited for, and what it does not take is known here all the same.
  const loaded = load(known).catch(() => undefined);

  async function save(): Promise<void> {
    await loaded;
    await item.setValue(Object.fromEntries(known)).catch(() => undefined);
  }

  return {
    async get(tabId) {
      const key = String(tabId);
      if (!known.has(key)) await loaded;
      return known.get(key) ?? null;
    },
    async tabsOf(runId) {
      await loaded;
      return [...known].flatMap(([tabId, id]) => (id === runId ? Number(tabId) : []));
    },
    async all() {
      await loaded;
      return [...known].map(([tabId, runId]) => [Number(tabId), runId] as const);
    },
    async set(tabId, runId) {
      known.set(String(tabId), runId);
      await save();
    },
    async clear(tabId, runId) {
      await loaded;
      if (known.get(String(tabId)) !== runId) return;
      known.delete(String(tabId));
      await save();
    },
  };
}

async function load(known: Map<string, string>): Promise<void> {
  const parsed = v.safeParse(schema, await item.getValue());
  if (!parsed.success) return;
  for (const [tabId, runId] of Object.entries(parsed.output)) {
    if (!known.has(tabId)) known.set(tabId, runId);
  }
}
