import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Run } from '../../utils/core/runs/run';
import type { Command } from '../../utils/messages/messages';
import type { Watch } from '../../utils/messages/run-port';
import { send } from '../../utils/messages/send';
import { type Following, followRun } from './follow-run';

/** The run that is watched: `undefined` until the background has answered. */
export interface Watched {
  readonly run: Run | null | undefined;
  /** Sends a command, sees to it that its consequences are shown, and hands on the reply. */
  readonly ask: (command: Command) => Promise<unknown>;
  /** Sees to it that what others begin is shown, if the background has slept meanwhile. */
  readonly resume: () => void;
}

export function useRun(watch: Watch): Watched {
  const key = watch.kind === 'tab' ? `tab ${watch.tabId}` : `run ${watch.runId}`;
  const [shown, setShown] = useState<{ key: string; run: Run | null } | null>(null);
  const following = useRef<Following | null>(null);

  // The key stands for the watch, which may be a new object at each render.
  useEffect(() => {
    const current = followRun(watch, (run) => setShown({ key, run }));
    following.current = current;
    return () => current.end();
  }, [key]);

  const resume = useCallback(() => following.current?.resume(), []);
  const ask = useCallback(
    async (command: Command) => {
      const reply = await send(command);
      resume();
      return reply;
    },
    [resume],
  );

  return { run: shown?.key === key ? shown.run : undefined, ask, resume };
}
