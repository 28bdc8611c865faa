import { inExtension, type Scene } from './scene';

/** The version of the database that Gloss has now. */
const present = 5;

/** The database is still there with the key in it, but has no place for runs any more. */
export function loseJournal(scene: Scene): Promise<void> {
  return inExtension(
    scene,
    async (origin: string, version: number) => {
      const result = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const before = await result(indexedDB.open('gloss'));
      const key = await result(before.transaction('vault').objectStore('vault').get(origin));
      before.close();
      await result(indexedDB.deleteDatabase('gloss'));
      const opening = indexedDB.open('gloss', version);
      opening.onupgradeneeded = () => opening.result.createObjectStore('vault');
      const after = await result(opening);
      await result(after.transaction('vault', 'readwrite').objectStore('vault').put(key, origin));
      after.close();
    },
    'https://api.anthropic.com',
    present,
  );
}

/** A later version of Gloss was here: this one can open nothing. */
export function outdate(scene: Scene): Promise<void> {
  return inExtension(
    scene,
    (later: number) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('gloss', later);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    present + 1,
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
