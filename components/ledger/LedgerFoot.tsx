import { useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { DeleteAll } from '../history/DeleteAll';
import { Deleted } from '../history/Deleted';
import { SaveAs } from '../history/SaveAs';
import { useKeptFocus } from '../use-kept-focus';
import type { LineDeletion } from './use-line-deleting';

export type LedgerFormat = 'csv' | 'json';

const formats: readonly (readonly [LedgerFormat, string])[] = [
  ['csv', 'CSV'],
  ['json', 'JSON'],
];

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
      {asking === 'save' && (
        <SaveAs
          intro={t('costsSaveIntro')}
          failed={t('costsFailed')}
          formats={formats}
          onSave={asks.save}
          onClose={close}
        />
      )}
      {asking === 'delete' && (
        <DeleteAll
          words={[t('costsDeleteAsk', { count: turns }), t('costsDeleteBudget')]}
          label={t('historyDelete')}
          onDelete={asks.removeAll}
          onClose={close}
        />
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

function Told({ deletion, onUndo }: Pick<Props, 'deletion'> & { readonly onUndo: () => void }) {
  const { kind } = deletion;
  const words = kind === 'deleted' ? t('costsDeleted', { count: deletion.lines }) : '';
  return (
    <Deleted kind={kind} words={words} onUndo={onUndo}>
      {kind === 'deleting' && <p class="muted">{t('historyDeletingAll')}</p>}
    </Deleted>
  );
}
