import { useState } from 'preact/hooks';
import type { Command } from '../../utils/messages/messages';

/** Has choices stored; `notKept`: the last one could not be. */
export function useKeeping(ask: (command: Command) => Promise<unknown>) {
  const [notKept, setNotKept] = useState(false);
  const keep = (command: Command): Promise<void> =>
    ask(command).then(
      () => setNotKept(false),
      () => setNotKept(true),
    );
  return { keep, notKept };
}
