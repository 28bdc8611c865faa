import { t } from '../../utils/i18n';
import type { Saving } from './use-changes';
import '../text-field.css';
import './search-field.css';

interface Props {
  readonly query: string;
  /** It finds nothing. */
  readonly nothing: boolean;
  readonly saving: Saving;
  readonly onSearch: (query: string) => void;
}

/** Filters the page while it is typed into, and beside it says that changes are kept. */
export function SearchField({ query, nothing, saving, onSearch }: Props) {
  return (
    <search class="search">
      <input
        type="search"
        class="text-field"
        aria-label={t('search')}
        placeholder={t('search')}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onSearch('');
        }}
      />
      <p class={`saving ${saving}`} role="status">
        {savingWords(saving)}
      </p>
      <p class="search-nothing" role="status">
        {nothing && t('searchNothing', { query: query.trim() })}
      </p>
    </search>
  );
}

function savingWords(saving: Saving): string {
  switch (saving) {
    case 'nothing':
      return '';
    case 'saved':
      return t('changeSaved');
    case 'failed':
      return t('changeFailed');
  }
}
