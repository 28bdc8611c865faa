import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { HistoryAsks } from './history-props';

interface Props {
  readonly count: number;
  readonly asks: Pick<HistoryAsks, 'saveUnreadable' | 'removeUnreadable'>;
}

/** What is stored and cannot be read: nothing of it is deleted unless the user wants that. */
export function Unreadable({ count, asks }: Props) {
  const [failed, setFailed] = useState(false);
  const save = () =>
    asks.saveUnreadable().then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <>
      <p class="history-undo muted">
        {t('historyUnreadable', { count })}
        <button type="button" class="button quiet" onClick={save}>
          {t('historySave')}
        </button>
        <button type="button" class="button quiet danger" onClick={asks.removeUnreadable}>
          {t('historyDelete')}
        </button>
      </p>
      {failed && (
        <p class="history-bad" role="alert">
          {t('historyFailed')}
        </p>
      )}
    </>
  );
}
