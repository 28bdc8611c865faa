import { useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { useFocused } from '../use-focused';
import { useKeptFocus } from '../use-kept-focus';
import type { HistoryProps } from './history-props';
import type { Format } from './save-history';
import { Unreadable } from './Unreadable';
import type { Heads } from './use-heads';

type Props = Pick<HistoryProps, 'heads' | 'found' | 'deletion' | 'asks'>;

type Asking = 'nothing' | 'save' | 'delete';

/** Below the list: how much there is, what was just deleted, and what can be done with all of it. */
export function HistoryFoot({ heads, found, deletion, asks }: Props) {
  const [asking, setAsking] = useState<Asking>('nothing');
  const home = useRef<HTMLElement>(null);
  useKeptFocus(home, `${asking} ${deletion.kind}`);
  const total = heads.heads.length;
  const close = () => setAsking('nothing');
  return (
    <footer class="foot history-foot" ref={home} tabIndex={-1}>
      <Told heads={heads} deletion={deletion} asks={asks} />
      {asking === 'save' && <Saving onSave={asks.save} onClose={close} />}
      {asking === 'delete' && (
        <DeletingAll count={countOver(heads)} onDelete={asks.removeAll} onClose={close} />
      )}
      {asking === 'nothing' && total > 0 && deletion.kind !== 'deleting-all' && (
        <div class="bar">
          <span class="history-count muted tabular" role="status">
            {found.length === total
              ? t('historyTotal', { total })
              : t('historyFound', { found: found.length, total })}
          </span>
          <button type="button" class="button quiet end" onClick={() => setAsking('save')}>
            {t('historySave')}
          </button>
          <button type="button" class="button quiet danger" onClick={() => setAsking('delete')}>
            {t('historyDeleteAll')}
          </button>
        </div>
      )}
    </footer>
  );
}

/** What was just deleted, and what cannot be read. */
function Told({ heads, deletion, asks }: Omit<Props, 'found'>) {
  return (
    <>
      <div role="status">
        {deletion.kind === 'deleted' && (
          <p class="history-undo">
            {t('historyDeleted')}
            <button type="button" class="button" onClick={asks.undo}>
              {t('historyUndo')}
            </button>
          </p>
        )}
        {deletion.kind === 'failed' && <p class="history-bad">{t('historyDeleteFailed')}</p>}
        {deletion.kind === 'not-back' && <p class="history-bad">{t('historyNotBack')}</p>}
      </div>
      {heads.unreadable.length > 0 && <Unreadable count={heads.unreadable.length} asks={asks} />}
    </>
  );
}

interface SavingProps {
  readonly onSave: (format: Format) => Promise<void>;
  readonly onClose: () => void;
}

function Saving({ onSave, onClose }: SavingProps) {
  const [outcome, setOutcome] = useState<'asking' | 'saving' | 'failed'>('asking');
  const home = useFocused<HTMLParagraphElement>();
  const save = (format: Format) => {
    setOutcome('saving');
    onSave(format).then(onClose, () => setOutcome('failed'));
  };
  const saving = outcome === 'saving';
  return (
    <div class="history-asking">
      <p ref={home} tabIndex={-1}>
        {t('historySaveIntro')}
      </p>
      {outcome === 'failed' && (
        <p class="history-bad" role="alert">
          {t('historyFailed')}
        </p>
      )}
      <div class="bar">
        <button type="button" class="button" disabled={saving} onClick={() => save('markdown')}>
          Markdown
        </button>
        <button type="button" class="button" disabled={saving} onClick={() => save('json')}>
          JSON
        </button>
        <button type="button" class="button quiet end" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
}

/** What is under way is not deleted. */
function countOver({ heads }: Heads): number {
  return heads.filter(({ mark }) => mark !== 'live').length;
}

interface DeletingAllProps {
  readonly count: number;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

function DeletingAll({ count, onDelete, onClose }: DeletingAllProps) {
  const home = useFocused<HTMLParagraphElement>();
  return (
    <div class="history-asking">
      <p ref={home} tabIndex={-1}>
        {t('historyDeleteAllAsk', { count })}
      </p>
      <p class="muted">{t('historyDeleteAllKept')}</p>
      <div class="bar">
        <button
          type="button"
          class="button danger"
          onClick={() => {
            onDelete();
            onClose();
          }}
        >
          {t('historyDeleteNow')}
        </button>
        <button type="button" class="button quiet end" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
}
