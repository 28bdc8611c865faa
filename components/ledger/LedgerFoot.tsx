import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { useFocused } from '../use-focused';
import { useKeptFocus } from '../use-kept-focus';
import type { LineDeletion } from './use-line-deleting';

export type LedgerFormat = 'csv' | 'json';

export interface FootAsks {
  /** Saves what is looked at as a file. */
  readonly save: (format: LedgerFormat) => Promise<void>;
  /** Deletes what is looked at. */
  readonly removeAll: () => void;
  readonly undo: () => void;
}

interface Props {
  /** Requests that are looked at. */
  readonly turns: number;
  readonly deletion: LineDeletion;
  readonly asks: FootAsks;
}

/** Below it all: what was just deleted, and what can be done with all that is looked at. */
export function LedgerFoot({ turns, deletion, asks }: Props) {
  const [asking, setAsking] = useState<'nothing' | 'save' | 'delete'>('nothing');
  const home = useRef<HTMLElement>(null);
  useKeptFocus(home, `${asking} ${deletion.kind}`);
  const close = () => setAsking('nothing');
  return (
    <footer class="foot history-foot ledger-foot" ref={home} tabIndex={-1}>
      <Told deletion={deletion} onUndo={asks.undo} />
      {asking === 'save' && <Saving onSave={asks.save} onClose={close} />}
      {asking === 'delete' && (
        <Asked
          words={[t('costsDeleteAsk', { count: turns }), t('costsDeleteBudget')]}
          onClose={close}
        >
          <button
            type="button"
            class="button danger"
            onClick={() => {
              asks.removeAll();
              close();
            }}
          >
            {t('historyDelete')}
          </button>
        </Asked>
      )}
      {asking === 'nothing' && turns > 0 && deletion.kind !== 'deleting' && (
        <div class="bar">
          <button type="button" class="button quiet" onClick={() => setAsking('save')}>
            {t('historySave')}
          </button>
          <button type="button" class="button quiet danger end" onClick={() => setAsking('delete')}>
            {t('costsDelete', { count: turns })}
          </button>
        </div>
      )}
    </footer>
  );
}

/** What was just deleted. */
function Told({ deletion, onUndo }: Pick<Props, 'deletion'> & { readonly onUndo: () => void }) {
  return (
    <div role="status">
      {deletion.kind === 'deleting' && <p class="muted">{t('historyDeletingAll')}</p>}
      {deletion.kind === 'deleted' && (
        <p class="history-undo">
          {t('costsDeleted', { count: deletion.lines })}
          <button type="button" class="button" onClick={onUndo}>
            {t('historyUndo')}
          </button>
        </p>
      )}
      {deletion.kind === 'failed' && <p class="history-bad">{t('historyDeleteFailed')}</p>}
      {deletion.kind === 'not-back' && <p class="history-bad">{t('historyNotBack')}</p>}
    </div>
  );
}

interface AskedProps {
  /** The first is the question. */
  readonly words: readonly string[];
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

function Asked({ words: [question, ...hints], onClose, children }: AskedProps) {
  const home = useFocused<HTMLParagraphElement>();
  return (
    <div class="history-asking">
      <p ref={home} tabIndex={-1}>
        {question}
      </p>
      {hints.map((hint) => (
        <p key={hint} class="muted">
          {hint}
        </p>
      ))}
      <div class="bar">
        {children}
        <button type="button" class="button quiet end" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
}

interface SavingProps {
  readonly onSave: (format: LedgerFormat) => Promise<void>;
  readonly onClose: () => void;
}

function Saving({ onSave, onClose }: SavingProps) {
  const [outcome, setOutcome] = useState<'asking' | 'saving' | 'failed'>('asking');
  const button = (format: LedgerFormat, name: string) => (
    <button
      type="button"
      class="button"
      disabled={outcome === 'saving'}
      onClick={() => {
        setOutcome('saving');
        onSave(format).then(onClose, () => setOutcome('failed'));
      }}
    >
      {name}
    </button>
  );
  return (
    <Asked words={[t('costsSaveIntro')]} onClose={onClose}>
      {button('csv', 'CSV')}
      {button('json', 'JSON')}
      {outcome === 'failed' && (
        <p class="history-bad" role="alert">
          {t('costsFailed')}
        </p>
      )}
    </Asked>
  );
}
