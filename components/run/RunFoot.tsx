import { canBeAsked } from '../../utils/core/runs/conversation';
import { canGoOn } from '../../utils/core/runs/go-on';
import { nextCost } from '../../utils/core/runs/next-cost';
import { isLive, problemOf, type Run, timesAsked } from '../../utils/core/runs/run';
import { t } from '../../utils/i18n';
import { subjectOf } from '../glass/subject';
import { Icon, type IconName } from '../Icon';
import { KeepOpen } from '../KeepOpen';
import { ShowRequest } from '../ShowRequest';
import type { NameModel } from '../use-stored';
import { AskBox } from './AskBox';
import { CopyAnswer } from './CopyAnswer';
import { ReceiptView } from './ReceiptView';
import type { RunAsks } from './run-asks';
import { phaseOf, turnState } from './run-words';
import { TotalLine } from './TotalLine';
import type { Moment } from './use-question';
import '../button.css';

interface Props {
  readonly run: Run;
  readonly gone: boolean;
  /** What the box for follow-ups begins with. */
  readonly draft: string;
  readonly nameModel: NameModel;
  readonly asks: RunAsks;
}

/** Below an answer: its receipt, and what can be done now. */
export function RunFoot({ run, gone, draft, nameModel, asks }: Props) {
  const phase = phaseOf(run);
  if (phase === 'confirming') return <ConfirmFoot asks={asks} />;
  return (
    <footer class="foot run-foot">
      <Spent run={run} nameModel={nameModel} asks={asks} />
      {/* Not taken away while an answer comes: the next question may be in the making. */}
      {(canBeAsked(run) || (phase === 'live' && timesAsked(run) > 1)) && (
        <AskBox
          moment={momentOf(run)}
          draft={draft}
          costOf={(question) => nextCost(run, question, Date.now())}
          onAsk={asks.ask}
          onLeave={asks.keepDraft}
        />
      )}
      <div class="ask-note" role="status">
        {gone && <span class="fault">{t('againGone', { new: t('new') })}</span>}
      </div>
      <div class="bar run-bar">
        <CopyAnswer run={run} />
        {phase === 'live' ? (
          <Quiet icon="stop" label={t('stop')} onClick={asks.stop} end />
        ) : (
          <>
            {isWhollyAskable(run) && (
              <Quiet icon="retry" label={t('remedy_try_again_paid')} onClick={asks.tryAgain} />
            )}
            <Quiet icon="new" label={t('new')} onClick={asks.leave} end />
          </>
        )}
        {asks.keepOpen && <KeepOpen onClick={asks.keepOpen} />}
      </div>
    </footer>
  );
}

/** Whether all of it can be asked again here; a problem has a button of its own, which may be another. */
function isWhollyAskable(run: Run): boolean {
  const problem = problemOf(run);
  if (problem) return canGoOn(run, problem);
  return run.source !== null;
}

function momentOf(run: Run): Moment {
  if (isLive(run)) return 'answering';
  const ended = turnState(run);
  return ended === 'done' || ended === 'cut' ? 'answered' : 'broken-off';
}

/** The one receipt; each of several stands below its answer, and here what they come to. */
function Spent({ run, nameModel, asks }: Pick<Props, 'run' | 'nameModel' | 'asks'>) {
  const [turn, ...more] = run.turns;
  if (more.length > 0) return <TotalLine turns={run.turns} />;
  if (!turn?.receipt) return null;
  const { receipt, chance } = turn;
  return (
    <ReceiptView receipt={receipt} about={run} chance={chance} nameModel={nameModel}>
      <ShowRequest subject={subjectOf(run, turn, { nameModel, seePage: asks.seePage })} />
    </ReceiptView>
  );
}

function ConfirmFoot({ asks }: { readonly asks: RunAsks }) {
  return (
    <footer class="foot bar">
      <button type="button" class="button end" onClick={asks.cancel}>
        {t('cancel')}
      </button>
      <button type="button" class="button primary" onClick={asks.send}>
        {t('send')}
      </button>
    </footer>
  );
}

interface QuietProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly end?: boolean;
}

function Quiet({ icon, label, onClick, end = false }: QuietProps) {
  return (
    <button type="button" class={`button quiet ${end ? 'end' : ''}`} onClick={onClick}>
      <Icon name={icon} />
      {label}
    </button>
  );
}
