/* Each of these runs by itself in a page of the extension. */

/** Puts lines into the store, as they are stored. */
export async function seedLines(records: readonly object[]): Promise<void> {
  const opening = indexedDB.open('gloss');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const transaction = opening.result.transaction('ledger', 'readwrite');
  for (const record of records) transaction.objectStore('ledger').put(record);
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  opening.result.close();
}

/** Puts the sums of days or months into their store. */
export async function seedSums(
  store: string,
  records: readonly { readonly figures: readonly number[] }[],
): Promise<void> {
  const opening = indexedDB.open('gloss');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const transaction = opening.result.transaction(store, 'readwrite');
  for (const record of records)
    transaction.objectStore(store).put({ ...record, figures: Float64Array.from(record.figures) });
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  opening.result.close();
}

/** ms from the beginning of the page to the paint of its largest text, by the browser's own entry. */
export function painted(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
  });
}

/** ms from a choice to its picture; `seen`: how many requests it must tell of. */
export async function switchTo(name: string, value: string, seen: string): Promise<number> {
  const list = document.querySelector<HTMLSelectElement>(`select[name=${name}]`);
  if (!list) throw new Error(`There is no ${name}.`);
  const told = () => document.querySelector('.ledger-part h2 .muted')?.textContent ?? '';
  const start = performance.now();
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  while (!told().endsWith(` ${seen}`)) {
    if (performance.now() - start > 20_000) throw new Error(`${seen}, not ${told()}`);
    await new Promise(requestAnimationFrame);
  }
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - start;
}

/** ms from the click to the new sums, once the list is of this site. */
export async function deleteFirst(site: string): Promise<number> {
  const lines = () => [...document.querySelectorAll('.history-line')];
  while (lines().length === 0 || !lines().every(({ textContent }) => textContent?.includes(site)))
    await new Promise(requestAnimationFrame);
  document.querySelector<HTMLElement>('.history-line')?.click();
  const told = () => document.querySelector('.ledger-part h2 .muted')?.textContent ?? '';
  const before = told();
  const button = () => document.querySelector<HTMLElement>('.ledger-line[open] .danger');
  while (!button()) await new Promise(requestAnimationFrame);
  const start = performance.now();
  button()?.click();
  while (told() === before) {
    if (performance.now() - start > 20_000) throw new Error('It was not deleted.');
    await new Promise(requestAnimationFrame);
  }
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - start;
}

/** ms to read and sum a month as the background does. */
export async function readMonth(month: string): Promise<number> {
  const opening = indexedDB.open('gloss');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const start = performance.now();
  const days = opening.result.transaction('days').objectStore('days');
  const reading = days.getAll(IDBKeyRange.bound(`${month}-01`, `${month}-31`));
  await new Promise((resolve) => reading.addEventListener('success', resolve));
  let sum = 0;
  for (const { figures } of reading.result as { readonly figures: Float64Array }[])
    for (const figure of figures) sum += figure;
  opening.result.close();
  return sum && performance.now() - start;
}
