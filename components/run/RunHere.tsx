import { useState } from 'preact/hooks';
import { type Run, waitsForConsent } from '../../utils/core/runs/run';
import type { Command } from '../../utils/messages/messages';
import { send } from '../../utils/messages/send';
import type { Surroundings } from '../surroundings';
import { useModelNames } from '../use-stored';
import { type Follow, mend, tryAgain } from './mend';
import { RunView } from './RunView';
import type { RunAsks } from './run-asks';
import { useSeen } from './use-seen';

interface Props {
  readonly run: Run;
  readonly surroundings: Surroundings;
  readonly ask: (command: Command) => Promise<unknown>;
  /** Back to what could be sent now. */
  readonly onLeave: () => void;
  /** To what the user pasted, because the page could not be read. */
  readonly onPaste: (text: string) => void;
  /** A run of this tab was asked for: show it instead. */
  readonly onAgain: () => void;
}

/** Shows a run and turns what the user asks for into commands. */
export default function RunHere(props: Props) {
  const { run, surroundings, ask, onLeave, onPaste, onAgain } = props;
  const nameModel = useModelNames();
  const { tabId, drafts } = surroundings;
  const { id: runId } = run;
  const seen = (aside: boolean) => ask({ kind: 'seen', runId, tabId, aside });
  useSeen(run, () => seen(false));
  const { gone, follow } = useFollow(run, onAgain);
  const again = (command: Command) => follow(ask(command));
  const asks: RunAsks = {
    ...asksOfLine(runId, tabId, ask),
    cancel: () => cancel(props),
    tryAgain: () => tryAgain(props, follow),
    leave: () => void seen(true).then(onLeave),
    ...asksInstead(runId, tabId, again),
    ...asksOfPage(runId, tabId),
    keepDraft: (question) => void drafts.set(runId, question),
    paste: (text) => void seen(true).then(() => onPaste(text)),
    keepOpen: surroundings.kind === 'panel' ? null : surroundings.openPanel,
    remedy: (remedy) => mend(remedy, props, follow),
  };

  const shown = { run, gone, draft: drafts.get(runId), nameModel, asks };
  return <RunView key={runId} {...shown} />;
}

/** What was sent just now may not have left yet: that is stopped. */
function cancel({ run, surroundings: { tabId }, ask, onLeave }: Props): void {
  const { id: runId } = run;
  void ask({ kind: 'stop', runId });
  if (waitsForConsent(run) === 'follow-up') void ask({ kind: 'withdraw', runId });
  else void ask({ kind: 'seen', runId, tabId, aside: true }).then(onLeave);
}

/** Nothing of a run that is gone changes any more; one that was only asked twice at once goes on. */
function useFollow(run: Run, onAgain: () => void) {
  const [gone, setGone] = useState<Run | null>(null);
  const follow: Follow = (begun, where = 'anew') =>
    void begun.then((isThere) => {
      if (isThere === false) setGone(run);
      else if (where === 'anew') onAgain();
    });
  return { gone: gone === run, follow };
}

/** What is asked of a request that has not left, or is on its way, and the next one. */
function asksOfLine(
  runId: string,
  tabId: number,
  ask: Props['ask'],
): Pick<RunAsks, 'ask' | 'stop' | 'stopWaiting' | 'send' | 'choosePages'> {
  return {
    ask: async (question) =>
      (await ask({ kind: 'ask', runId, tabId, question, unsaved: false })) !== false,
    stop: () => void ask({ kind: 'stop', runId }),
    stopWaiting: () => void ask({ kind: 'stop-waiting' }),
    send: () => void ask({ kind: 'confirm', runId }),
    choosePages: (from, to) => void ask({ kind: 'choose-pages', runId, from, to }),
  };
}

/** What is asked instead of what was too long, or too dear. */
function asksInstead(
  runId: string,
  tabId: number,
  again: (command: Command) => void,
): Pick<RunAsks, 'whatFits' | 'tryFitting' | 'cheaperWays' | 'takeCheaper'> {
  return {
    whatFits: () => send({ kind: 'what-fits', runId }),
    tryFitting: (model) => again({ kind: 'try-fitting', runId, tabId, model }),
    cheaperWays: () => send({ kind: 'cheaper-ways', runId, tabId }),
    takeCheaper: (way) => again({ kind: 'take-cheaper', runId, tabId, way }),
  };
}

/** What is asked to be done in the page itself. */
function asksOfPage(
  runId: string,
  tabId: number,
): Pick<RunAsks, 'putText' | 'showPassage' | 'seePage'> {
  return {
    putText: (how, text) => send({ kind: 'put-text', runId, tabId, how, text }),
    showPassage: (wanted) => send({ kind: 'show-passage', tabId, wanted }),
    seePage: () => send({ kind: 'preview', tabId, wants: 'everything' }),
  };
}
