import { useEffect, useRef, useState } from 'preact/hooks';
import { isLive } from '../../utils/core/runs/run';
import { t } from '../../utils/i18n';
import type { Watch } from '../../utils/messages/run-port';
import { Icon } from '../Icon';
import { IconButton } from '../IconButton';
import RunHere from '../run/RunHere';
import { useRun } from '../run/use-run';
import { Skeleton } from '../Skeleton';
import type { Surroundings } from '../surroundings';
import { PaneHead } from './PaneHead';
import '../button.css';
import '../view.css';

interface Props {
  readonly runId: string;
  readonly surroundings: Surroundings;
  readonly onBack: () => void;
  /** To what could be asked now, or where there is nothing, to the list. */
  readonly onLeave: () => void;
  readonly onDelete: (runId: string) => void;
  /** A new run of this tab was asked for; null: it is shown here. */
  readonly onAgain: (() => void) | null;
}

/** A run of before with all that was said, and what can be done with it now. */
export function PastRun(props: Props) {
  const { runId, surroundings, onBack, onLeave, onDelete, onAgain } = props;
  const [again, setAgain] = useState(false);
  const { tabId } = surroundings;
  const watch: Watch = again ? { kind: 'tab', tabId, last: true } : { kind: 'run', runId };
  const { run, ask } = useRun(watch);
  const remove = () => onDelete(run?.id ?? runId);
  return (
    <div class="view history-pane past-run">
      <PastHead
        onBack={onBack}
        onDelete={run === undefined || (run && isLive(run)) ? null : remove}
      />
      <div class="past-run-body">
        {run === undefined && <Skeleton />}
        {run === null && <p class="history-note">{t('historyGone')}</p>}
        {run && (
          <RunHere
            run={run}
            surroundings={surroundings}
            ask={ask}
            onLeave={onLeave}
            onPaste={onLeave}
            onAgain={onAgain ?? (() => setAgain(true))}
          />
        )}
      </div>
    </div>
  );
}

interface HeadProps {
  readonly onBack: () => void;
  /** Null while it is live. */
  readonly onDelete: (() => void) | null;
}

function PastHead({ onBack, onDelete }: HeadProps) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <PaneHead>
      <button ref={back} type="button" class="button quiet" onClick={onBack}>
        <Icon name="back" />
        {t('history')}
      </button>
      {onDelete && (
        <IconButton icon="delete" label={t('historyDelete')} onClick={onDelete} look="end" />
      )}
    </PaneHead>
  );
}
