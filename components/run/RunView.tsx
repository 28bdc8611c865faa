import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Problem } from '../../utils/core/problem';
import { remedyIn } from '../../utils/core/runs/go-on';
import { keptOf } from '../../utils/core/runs/kept';
import { rewriteOf } from '../../utils/core/runs/rewrite';
import { isLive, problemOf, type Run } from '../../utils/core/runs/run';
import { unshieldedRun } from '../../utils/core/runs/shield-run';
import { t } from '../../utils/i18n';
import { subjectOf } from '../glass/subject';
import { ProblemNotice } from '../ProblemNotice';
import { PasteBox } from '../preview/PasteBox';
import { ShowRequest } from '../ShowRequest';
import { StorageTrouble } from '../StorageTrouble';
import { useKeptFocus } from '../use-kept-focus';
import type { NameModel } from '../use-stored';
import { Announcer } from './Announcer';
import { Cheaper } from './Cheaper';
import { Consent } from './Consent';
import { RunFoot } from './RunFoot';
import { RunHead } from './RunHead';
import { RunPicture } from './RunPicture';
import type { RunAsks } from './run-asks';
import { phaseOf, turnState } from './run-words';
import { TooLong } from './TooLong';
import { TurnView } from './TurnView';
import { useDraft } from './use-draft';
import { showEnd, useFollowScroll } from './use-follow-scroll';
import { Planning, Waiting } from './Waiting';
import { WriteBack } from './WriteBack';
import './run-view.css';
import '../view.css';

interface Props {
  readonly run: Run;
  /** Whether it was asked for again and is there no more. */
  readonly gone?: boolean;
  /** A question that was typed before, and not asked. */
  readonly draft?: string | undefined;
  readonly nameModel: NameModel;
  readonly asks: RunAsks;
}

/** A run from its first moment to its receipt. */
export function RunView({ run: told, gone = false, draft = '', nameModel, asks }: Props) {
  const run = useMemo(() => unshieldedRun(told), [told]);
  const box = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasLive = useRef(false);
  wasLive.current ||= isLive(run);
  useFollowScroll(box, content, wasLive.current && isFollowed(run));
  useNewTurnInSight(box, run);
  useKeptFocus(heading, `${run.id} ${phaseOf(run)} ${turnState(run)}`, { atFirst: true });

  return (
    <div class="view run">
      <section
        ref={box}
        class="scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t('answer')}
        aria-busy={isLive(run)}
      >
        <div ref={content} class="run-content">
          <RunHead run={run} heading={heading} />
          <RunBody run={run} nameModel={nameModel} asks={asks} />
        </div>
      </section>
      <RunFoot
        run={run}
        gone={gone}
        draft={useDraft(run, draft)}
        nameModel={nameModel}
        asks={asks}
      />
      <Announcer key={run.id} run={run} nameModel={nameModel} />
    </div>
  );
}

/** An earlier answer comes all at once: it is read from its beginning, and so is what the user is asked. */
function isFollowed({ state, turns }: Run): boolean {
  const isRepeat = turns.length === 1 && turns[0]?.repeated !== undefined;
  return !isRepeat && state.kind !== 'confirming';
}

/** What stands below the turns: a question that is to be sent, and then what that would take. */
const belowTurns: Partial<Record<Run['state']['kind'], number>> = { planning: 1, confirming: 2 };

/** What was just asked is shown, wherever the reader was. */
function useNewTurnInSight(box: RefObject<HTMLElement | null>, run: Run): void {
  const { state, turns } = run;
  const below = turns.length === 0 ? 0 : (belowTurns[state.kind] ?? 0);
  const count = turns.length + below;
  const before = useRef(below > 0 ? 0 : count);
  useLayoutEffect(() => {
    if (count > 1 && count > before.current && box.current) showEnd(box.current);
    before.current = count;
  }, [box, count]);
}

function RunBody({ run, nameModel, asks }: Omit<Props, 'gone' | 'draft'>) {
  const problem = problemOf(run);
  const turn = run.turns.at(-1) ?? null;
  const rewrite = rewriteOf(run);
  const writing = turn && rewrite && (
    <WriteBack key={turn.id} rewrite={rewrite} onPut={asks.putText} />
  );
  const onModel = () => asks.remedy({ kind: 'open-options' });
  const { showPassage: onPassage, stopWaiting: onCancelAll, seePage } = asks;
  const shared = { run, nameModel, onModel, onPassage, onCancelAll, seePage };
  return (
    <>
      <RunPicture source={run.source} />
      {run.turns.length === 1 && writing}
      {run.turns.map((each) => (
        <TurnView key={each.id} turn={each} {...shared} />
      ))}
      {run.turns.length > 1 && writing}
      {run.state.kind === 'capturing' && <Waiting turn={null} />}
      {run.state.kind === 'planning' && <Planning question={run.state.question} />}
      <Consent run={run} nameModel={nameModel} onPages={asks.choosePages} />
      {run.state.kind === 'confirming' && (
        <ShowRequest subject={subjectOf(run, null, { nameModel, seePage })} />
      )}
      {problem && <Trouble problem={problem} run={run} asks={asks} />}
      {run.private && !isLive(run) && <p class="run-note run-unsaved">{t('privateMemoryHint')}</p>}
      {!run.saved && <p class="run-note run-unsaved">{t('unsaved')}</p>}
    </>
  );
}

interface TroubleProps extends Pick<Props, 'run' | 'asks'> {
  readonly problem: Problem;
}

/** What went wrong, and what can be done instead. */
function Trouble({ problem, run, asks }: TroubleProps) {
  const service = run.turns.at(-1)?.service;
  const remedy = remedyIn(run, problem, t('goOnQuestion'), Date.now());
  const notice = { problem, remedy, service, kept: keptOf(run), onRemedy: asks.remedy };
  return (
    <>
      <ProblemNotice {...notice}>
        {problem.kind === 'over-limit' && (
          <Cheaper findWays={asks.cheaperWays} onTake={asks.takeCheaper} />
        )}
      </ProblemNotice>
      {problem.kind === 'storage-failing' && <StorageTrouble />}
      {problem.kind === 'too-large' && <TooLong whatFits={asks.whatFits} onTry={asks.tryFitting} />}
      {!run.source && <PasteBox problem={problem} onPaste={asks.paste} />}
    </>
  );
}
