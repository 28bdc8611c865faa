import { inExtension, type Scene } from './scene';

/** A version of the database that no Gloss has yet. */
const later = 1_000;

/** The database is still there with the key in it, but has no place for runs any more. */
export function loseJournal(scene: Scene): Promise<void> {
  return inExtension(
    scene,
    async (origin: string) => {
      const result = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const before = await result(indexedDB.open('gloss'));
      const key = await result(before.transaction('vault').objectStore('vault').get(origin));
      const { version } = before;
      before.close();
      for (let isOurs = false; !isOurs; ) {
        await result(indexedDB.deleteDatabase('gloss'));
        const opening = indexedDB.open('gloss', version);
        // Unless the background was faster, and has made all that it needs.
        opening.onupgradeneeded = () => {
          isOurs = true;
          opening.result.createObjectStore('vault');
        };
        const after = await result(opening);
        if (isOurs) {
          const vault = after.transaction('vault', 'readwrite').objectStore('vault');
          await result(vault.put(key, origin));
        }
        after.close();
      }
    },
    'https://api.anthropic.com',
  );
}

/** A later version of Gloss was here: this one can open nothing. */
export function outdate(scene: Scene): Promise<void> {
  return inExtension(
    scene,
    (version: number) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('gloss', version);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    later,
  );
}

/** Begins with an empty database, which has no key either. */
export async function renewDatabase(scene: Scene): Promise<void> {
  await inExtension(
    scene,
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('gloss');
        deleting.onerror = () => reject(deleting.error);
        deleting.onsuccess = () => resolve();
      }),
  );
  scene.keyIsLost();
}
