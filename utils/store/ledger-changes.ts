const name = 'gloss-ledger';

/** Tells all views, in all windows, that the ledger is another one now. */
export function tellLedgerChanged(): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage(null);
  channel.close();
}

/** Calls back after each change; returns how to stop. */
export function watchLedger(changed: () => void): () => void {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', changed);
  return () => channel.close();
}
