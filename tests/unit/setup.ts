import { IDBFactory } from 'fake-indexeddb';
import { afterAll, vi } from 'vitest';

// A second, its default, is too short for what is loaded later, beside other work on a small machine.
if ('document' in globalThis) {
  const { configure } = await import('@testing-library/preact');
  configure({ asyncUtilTimeout: 10_000 });
}

// Node 20 and 22, measured, find no address with other letters than ASCII's any more once this is called often. Browsers do.
URL.canParse = (address, base) => {
  try {
    return Boolean(new URL(address, base));
  } catch {
    return false;
  }
};

// Browsers have these since 2025, Node since 25.
Uint8Array.prototype.toBase64 ??= function (this: Uint8Array) {
  return Buffer.from(this).toString('base64');
};
Uint8Array.fromBase64 ??= (text) => {
  // Throws as it does; Node's own decoder takes anything, in a twentieth of the time.
  atob(text);
  return new Uint8Array(Buffer.from(text, 'base64'));
};

// Browsers have one. By messages, so that a test's clock does not hold it up.
globalThis.scheduler ??= {
  async postTask<T>(task: () => T): Promise<T> {
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
    port1.close();
    return task();
  },
} as Scheduler;

// Files run one after the other in the same process: each leaves it to the next as if nobody had been there.
afterAll(async () => {
  vi.useRealTimers();
  // What a view has begun to load and nobody has waited for would fail in the next file, for all that load it there.
  await vi.dynamicImportSettled();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  if ('indexedDB' in globalThis) globalThis.indexedDB = new IDBFactory();
  if ('document' in globalThis) emptyDocument();
  // Ours remember as well: the language, the opened database. Packages stay.
  vi.resetModules();
});

/** The elements stay: `screen` of the testing library knows its body for ever. */
function emptyDocument(): void {
  document.getSelection()?.removeAllRanges();
  for (const element of [document.documentElement, document.head, document.body])
    for (const { name } of [...element.attributes]) element.removeAttribute(name);
  document.head.replaceChildren();
  document.body.replaceChildren();
  location.hash = '';
}
