import { useEffect, useRef } from 'preact/hooks';
import type { Run } from '../../utils/core/runs/run';
import type { Command } from '../../utils/messages/messages';
import { useRun } from '../run/use-run';
import { onReturn } from '../use-reread';

export interface OwnRuns {
  /** The last run on the sample; null while there was none. */
  readonly sample: Run | null;
  /** Whether the user has asked about a selection here. */
  readonly selectionAsked: boolean;
  readonly ask: (command: Command) => Promise<unknown>;
  /** The same for a command that begins a run on the sample. */
  readonly start: (command: Command) => void;
}

/** The runs of the page's own tab. It has one at a time, so what the page still shows is remembered here. */
export function useOwnRuns(tabId: number): OwnRuns {
  const { run, ask, resume } = useRun({ kind: 'tab', tabId, last: true });
  const sample = useRef<Run | null>(null);
  const selectionAsked = useRef(false);
  /** The run that was there when one on the sample was asked for: any other is the one. */
  const before = useRef<string | null>(null);

  // The background may have gone to sleep, and with it the port, before the menu is opened or after.
  useEffect(() => {
    document.addEventListener('contextmenu', resume);
    const stop = onReturn(resume);
    return () => {
      document.removeEventListener('contextmenu', resume);
      stop();
    };
  }, [resume]);

  if (run && isOfSample(run, sample.current, before.current)) sample.current = run;
  if (run && run.id !== before.current) before.current = null;
  selectionAsked.current ||= run?.source?.kind === 'selection';

  const start = (command: Command) => {
    before.current = run?.id ?? 'none';
    void ask(command);
  };
  return { sample: sample.current, selectionAsked: selectionAsked.current, ask, start };
}

/** A run may end before it has a source. */
function isOfSample(run: Run, known: Run | null, before: string | null): boolean {
  if (run.source) return run.source.kind === 'page';
  return run.id === known?.id || (before !== null && run.id !== before);
}
