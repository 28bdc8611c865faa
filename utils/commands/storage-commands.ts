import type { StorageCommand } from '../storage-messages';
import { beginAnew, whyClosed } from '../store/opening';
import type { Orders } from './staff';

/** What views ask about the database. */
export const storageCommands: Orders<StorageCommand['kind']> = {
  'why-closed': () => whyClosed(),
  'begin-database': () => beginAnew(),
};
