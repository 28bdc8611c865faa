import type { ComponentChildren } from 'preact';
import { t } from '../../utils/i18n';

interface Props {
  readonly kind: 'none' | 'deleting' | 'deleting-all' | 'deleted' | 'failed' | 'not-back';
  /** What was deleted, once it is. */
  readonly words: string;
  readonly onUndo: () => void;
  /** What is said while it is under way. */
  readonly children?: ComponentChildren;
}

/** What came of the last deletion. */
export function Deleted({ kind, words, onUndo, children }: Props) {
  return (
    <div role="status">
      {children}
      {kind === 'deleted' && (
        <p class="history-undo">
          {words}
          <button type="button" class="button" onClick={onUndo}>
            {t('historyUndo')}
          </button>
        </p>
      )}
      {kind === 'failed' && <p class="history-bad">{t('historyDeleteFailed')}</p>}
      {kind === 'not-back' && <p class="history-bad">{t('historyNotBack')}</p>}
    </div>
  );
}
