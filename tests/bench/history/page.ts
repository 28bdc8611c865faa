/* Each of these runs by itself in a page of the extension. */

interface Like {
  readonly run: { readonly source: unknown; readonly turns: readonly unknown[] };
}

/** Fills the store with runs as an older version left them: without heads. */
export async function seed(like: Like, count: number): Promise<void> {
  const words =
    'night train winter harbour Zürich Straße model paper reef council data water'.split(' ');
  let state = 7;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  const text = (length: number) =>
    Array.from({ length }, () => (next(9) ? words[next(12)] : next(46_656).toString(36))).join(' ');
  const opening = indexedDB.open('gloss');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  for (let at = 0; at < count; at += 500) {
    const transaction = opening.result.transaction(['runs', 'sources'], 'readwrite');
    for (let index = at; index < at + 500; index += 1) {
      const id = `seed-${index}`;
      const createdAt = Date.now() - index * 240_000;
      const of = { title: text(8), address: `https://site-${next(200)}.example/` };
      const turns = like.run.turns.map((turn) => ({ ...(turn as object), text: text(250) }));
      const run = { ...like.run, id, createdAt, seen: true, turns };
      const source = { ...(like.run.source as object), ...of };
      transaction.objectStore('runs').put({ ...like, id, createdAt, run: { ...run, source } });
      transaction.objectStore('sources').put(text(1000), id);
    }
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  }
  opening.result.close();
}

/** Makes all heads, as after an update; meanwhile something else is written again and again. */
export async function fill(): Promise<{ readonly whole: number; readonly waited: number }> {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
  };
  const opening = indexedDB.open('gloss');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const start = performance.now();
  let whole = 0;
  let waited = 0;
  const filling = chrome.runtime.sendMessage({ kind: 'complete-history' }).then(() => {
    whole = performance.now() - start;
  });
  while (!whole) {
    const before = performance.now();
    const transaction = opening.result.transaction('runs', 'readwrite');
    const runs = transaction.objectStore('runs');
    const reading = runs.get('seed-0');
    reading.addEventListener('success', () => runs.put(reading.result));
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    waited = Math.max(waited, performance.now() - before);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await filling;
  opening.result.close();
  return { whole, waited };
}

/** What a search in the texts of sources would have to read at each opening. */
export async function readSources(): Promise<number> {
  const opening = indexedDB.open('gloss');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const start = performance.now();
  const reading = opening.result.transaction('sources').objectStore('sources').getAll();
  await new Promise((resolve) => reading.addEventListener('success', resolve));
  const folded = reading.result.map((text: string) =>
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase(),
  );
  opening.result.close();
  return folded.length && performance.now() - start;
}

/** From a click on *History* to its first lines, and to its last. */
export async function open(
  count: number,
): Promise<{ readonly first: number; readonly all: number }> {
  const painted = (is: () => boolean) =>
    new Promise<number>((resolve) => {
      const look = () => {
        if (is()) setTimeout(() => resolve(performance.now()));
        else requestAnimationFrame(look);
      };
      look();
    });
  const start = performance.now();
  document.querySelector<HTMLElement>('.icon-history')?.closest('button')?.click();
  const first = await painted(() => document.querySelector('.history-line') !== null);
  const total = count.toLocaleString('en');
  const told = () => document.querySelector('.history-count')?.textContent ?? '';
  const all = await painted(() => told().includes(total));
  return { first: first - start, all: all - start };
}

/** ms from each of some keystrokes to the paint of what it finds. */
export async function keystrokes(): Promise<readonly number[]> {
  const field = document.querySelector<HTMLInputElement>('input[type=search]');
  if (!field) return [];
  const times: number[] = [];
  for (const query of ['zurich winter', 'reef model paper', 'nothing like it', 'a', 'strasse 7q']) {
    for (let length = 1; length <= query.length; length += 1) {
      const before = document.querySelector('.history-day, .history-note');
      const start = performance.now();
      field.value = query.slice(0, length);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      while (document.querySelector('.history-day, .history-note') === before)
        await new Promise(requestAnimationFrame);
      await new Promise((resolve) => setTimeout(resolve));
      times.push(performance.now() - start);
    }
  }
  field.value = '';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return times;
}

/** ms from the second word to the empty list. */
export async function deleteAll(): Promise<number> {
  const click = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();
  const frame = () => new Promise(requestAnimationFrame);
  click('.history-foot .danger');
  await frame();
  await frame();
  const start = performance.now();
  click('.history-asking .danger');
  while (document.querySelector('.history-search')) await frame();
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - start;
}
