import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files below a folder in which a text stands in the clear, in one byte a letter or in two. */
export function tracesOf(text: string, folder: string): readonly string[] {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile())
    .filter((path) => {
      const bytes = contentOf(join(folder, path));
      return forms.some((form) => bytes?.includes(form));
    });
}

/** Nothing where it is gone by now: what browsers leave behind may still be cleared away. */
function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Runs in the background: all that is stored, in every store of the database and every area, as text. */
export async function allStored(): Promise<string> {
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const { browser, chrome } = globalThis as unknown as Record<
    'browser' | 'chrome',
    { storage: Record<string, { get(all: null): Promise<unknown> }> }
  >;
  const database = await result(indexedDB.open('gloss'));
  const names = [...database.objectStoreNames];
  const stores = database.transaction(names);
  const records = names.map(async (name) => [
    name,
    await result(stores.objectStore(name).getAllKeys()),
    await result(stores.objectStore(name).getAll()),
  ]);
  const { storage } = browser ?? chrome;
  const areas = ['local', 'session', 'sync'].map((area) => storage[area]?.get(null));
  const all = await Promise.all([...records, ...areas]);
  database.close();
  return JSON.stringify(all);
}
