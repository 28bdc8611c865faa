import { t } from '../../utils/i18n';
import type { TextSearch } from './use-text-search';

interface Props {
  readonly search: TextSearch;
  readonly onStart: () => void;
}

/** The texts that were asked about are searched only when that is wanted: there may be a lot of them. */
export function TextSearchLine({ search, onStart }: Props) {
  if (search.kind === 'none') return null;
  return (
    <div class="history-texts muted">
      {search.kind === 'offered' && (
        <button type="button" class="link" onClick={onStart}>
          {t('historyInTexts')}
        </button>
      )}
      <span role="status">{textSearchWords(search)}</span>
    </div>
  );
}

function textSearchWords(search: TextSearch): string {
  switch (search.kind) {
    case 'none':
    case 'offered':
      return '';
    case 'searching':
      return t('historySearchingTexts');
    case 'done':
      return t('historyFoundInTexts', { count: search.count });
    case 'failed':
      return t('historyFailed');
  }
}
