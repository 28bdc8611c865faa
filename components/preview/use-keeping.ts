import { useState } from 'preact/hooks';
import type { Command } from '../../utils/messages/messages';

/** Has choices stored; `notKept`: the last one could not be. Of each that could not it is said anew. */
export function useKeeping(ask: (command: Command) => Promise<unknown>) {
  const [notKept, setNotKept] = useState(false);
  const keep = async (command: Command): Promise<void> => {
    setNotKept(false);
    await ask(command).catch(() => setNotKept(true));
  };
  return { keep, notKept };
}
