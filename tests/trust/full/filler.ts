/** Runs in a document of the extension: takes all the room that the browser gives it, to the last kB. */
export async function takeAllRoom(): Promise<void> {
  for (let size = 32_768; size >= 1_024; size /= 2) while (await add(size));

  /** Answers whether there was room; a browser may close a database that finds none. */
  async function add(size: number): Promise<boolean> {
    const database = await opened().catch(() => null);
    if (!database) return false;
    const isKept = await new Promise<boolean>((resolve) => {
      const transaction = database.transaction('filler', 'readwrite');
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
      transaction.objectStore('filler').add(crypto.getRandomValues(new Uint8Array(size)));
    }).catch(() => false);
    database.close();
    return isKept;
  }

  function opened(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open('filler', 1);
      opening.onupgradeneeded = () =>
        opening.result.createObjectStore('filler', { autoIncrement: true });
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
  }
}

/** Gives it back. */
export function makeRoom(): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('filler');
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
  });
}
