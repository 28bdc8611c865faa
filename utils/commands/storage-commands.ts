import type { StorageCommand, Trouble } from '../messages/storage-messages';
import { beginAnew, whyClosed } from '../store/opening';
import { readSettings } from '../store/settings';
import type { Orders } from './staff';

/** What views ask about what is stored. */
export const storageCommands: Orders<StorageCommand['kind']> = {
  'storage-trouble': trouble,
  'begin-database': () => beginAnew(),
};

async function trouble(): Promise<Trouble | null> {
  const closed = await whyClosed();
  if (closed) return closed;
  return readSettings().then(
    () => null,
    () => 'settings',
  );
}
