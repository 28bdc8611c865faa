import { storage } from 'wxt/utils/storage';
import type { Line } from '../core/ledger/ledger-line';
import { fromLineRecord, toLineRecord } from './line-record';

const item = storage.defineItem<unknown>('session:pendingLines');

/**
 * Lines of turns that are on their way and that no journal has, as they would be if nothing more were heard. In
 * `storage.session`: that survives the background, and is never on the disk.
 */
export interface PendingLines {
  keep(line: Line): Promise<void>;
  drop(id: string): Promise<void>;
  /** What a background has left that died, and is still to be written. */
  left(): Promise<readonly Line[]>;
}

export function createPendingLines(): PendingLines {
  const lines = new Map<string, Line>();
  const loading = load(lines).catch(() => []);

  async function save(): Promise<void> {
    await loading;
    await item.setValue([...lines.values()].map(toLineRecord));
  }

  return {
    async keep(line) {
      lines.set(line.id, line);
      await save();
    },
    async drop(id) {
      await loading;
      if (lines.delete(id)) await save();
    },
    left: async () => (await loading).filter(({ id }) => lines.has(id)),
  };
}

async function load(lines: Map<string, Line>): Promise<readonly Line[]> {
  const stored = await item.getValue();
  const left = Array.isArray(stored) ? stored.flatMap((each) => fromLineRecord(each) ?? []) : [];
  for (const line of left) if (!lines.has(line.id)) lines.set(line.id, line);
  return left;
}
