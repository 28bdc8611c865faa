import { useLayoutEffect } from 'preact/hooks';
import type { Run } from '../../utils/core/runs/run';
import { phaseOf } from './run-words';

/** Tells once that the end of a run was shown, and only while somebody can see it. */
export function useSeen(run: Run, tell: () => Promise<unknown>): void {
  const ended = phaseOf(run) === 'ended';
  // The run stands for `tell`, which is a new function at each render. A question may be answered, or refused, within a frame;
  // and a frame later a popup may be closed.
  useLayoutEffect(() => {
    if (!ended) return;
    const listening = new AbortController();
    const look = () => {
      if (document.visibilityState !== 'visible' || listening.signal.aborted) return;
      listening.abort();
      void tell();
    };
    document.addEventListener('visibilitychange', look, { signal: listening.signal });
    look();
    return () => listening.abort();
  }, [run.id, run.turns.length, ended]);
}
