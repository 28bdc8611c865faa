import { browser } from 'wxt/browser';
import { mayBeAskedTwice } from './asked-twice';
import type { Command, Replies } from './messages';

/** Asks the background; its answer is our own code's and is taken at its word. */
export function send<K extends Command['kind']>(
  command: Extract<Command, { kind: K }>,
): Promise<Replies[K]> {
  const ask = (): Promise<Replies[K]> => browser.runtime.sendMessage(command);
  return mayBeAskedTwice(command) ? ask().catch(ask) : ask();
}
