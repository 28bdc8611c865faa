import { useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { useKeptFocus } from '../use-kept-focus';
import { DeleteAll } from './DeleteAll';
import { Deleted } from './Deleted';
import type { HistoryProps } from './history-props';
import { SaveAs } from './SaveAs';
import type { Format } from './save-history';
import { Unreadable } from './Unreadable';
import type { Heads } from './use-heads';

type Props = Pick<HistoryProps, 'heads' | 'found' | 'deletion' | 'asks'>;

type Asking = 'nothing' | 'save' | 'delete';

const formats: readonly (readonly [Format, string])[] = [
  ['markdown', 'Markdown'],
  ['json', 'JSON'],
];

/** Below the list: how much there is, what was just deleted, and what can be done with all of it. */
export function HistoryFoot({ heads, found, deletion, asks }: Props) {
  const [asking, setAsking] = useState<Asking>('nothing');
  const home = useRef<HTMLElement>(null);
  useKeptFocus(home, `${asking} ${deletion.kind}`);
  const total = heads.heads.length;
  const close = () => setAsking('nothing');
  return (
    <footer class="foot history-foot" ref={home} tabIndex={-1}>
      <Deleted kind={deletion.kind} words={t('historyDeleted')} onUndo={asks.undo} />
      {heads.unreadable.length > 0 && <Unreadable count={heads.unreadable.length} asks={asks} />}
      {asking === 'save' && (
        <SaveAs
          intro={t('historySaveIntro')}
          failed={t('historyFailed')}
          formats={formats}
          onSave={asks.save}
          onClose={close}
        />
      )}
      {asking === 'delete' && (
        <DeleteAll
          words={[t('historyDeleteAllAsk', { count: countOver(heads) }), t('historyDeleteAllKept')]}
          label={t('historyDeleteNow')}
          onDelete={asks.removeAll}
          onClose={close}
        />
      )}
      {asking === 'nothing' && total > 0 && deletion.kind !== 'deleting-all' && (
        <Doable found={found.length} total={total} onAsk={setAsking} />
      )}
    </footer>
  );
}

/** What is under way is not deleted. */
function countOver({ heads }: Heads): number {
  return heads.filter(({ mark }) => mark !== 'live').length;
}

interface DoableProps {
  readonly found: number;
  readonly total: number;
  readonly onAsk: (asking: Asking) => void;
}

/** How much was found, and what can be done with it. */
function Doable({ found, total, onAsk }: DoableProps) {
  return (
    <div class="bar">
      <span class="history-count muted tabular" role="status">
        {found === total ? t('historyTotal', { total }) : t('historyFound', { found, total })}
      </span>
      <button type="button" class="button quiet end" onClick={() => onAsk('save')}>
        {t('historySave')}
      </button>
      <button type="button" class="button quiet danger" onClick={() => onAsk('delete')}>
        {t('historyDeleteAll')}
      </button>
    </div>
  );
}
