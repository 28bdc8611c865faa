import type { Head } from '../../utils/core/head';
import type { Query } from '../../utils/core/history';
import { t } from '../../utils/i18n';
import { actionTitle } from '../action-words';
import { SelectBox } from '../options/SelectBox';
import '../options/form-field.css';

/** What there is to choose from. */
export interface Offered {
  readonly actions: readonly Head['action'][];
  readonly sites: readonly string[];
}

interface Props {
  readonly query: Query;
  readonly offered: Offered;
  readonly onSearch: (query: Query) => void;
  /** From the field down to what was found. */
  readonly onDown: () => void;
}

/** What of the history is wanted: words, action, site, time. */
export function HistorySearch({ query, offered, onSearch, onDown }: Props) {
  return (
    <search class="history-search">
      <input
        type="search"
        class="text-field"
        aria-label={t('historySearch')}
        placeholder={t('historySearch')}
        autocomplete="off"
        spellcheck={false}
        value={query.text}
        onInput={(event) => onSearch({ ...query, text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          onDown();
        }}
      />
      <div class="history-filters">
        <SelectBox
          label={t('historyByAction')}
          name="action"
          value={query.actionId ?? ''}
          onChange={(id) => onSearch({ ...query, actionId: id || null })}
        >
          <option value="">{t('historyAllActions')}</option>
          {offered.actions.map((action) => (
            <option key={action.id} value={action.id}>
              {actionTitle(action)}
            </option>
          ))}
        </SelectBox>
        <SelectBox
          label={t('historyBySite')}
          name="site"
          value={query.site ?? ''}
          onChange={(site) => onSearch({ ...query, site: site || null })}
        >
          <option value="">{t('historyAllSites')}</option>
          {offered.sites.map((site) => (
            <option key={site} value={site}>
              {site}
            </option>
          ))}
        </SelectBox>
        <SelectBox
          label={t('historyByTime')}
          name="days"
          value={String(query.days ?? '')}
          onChange={(days) => onSearch({ ...query, days: days ? Number(days) : null })}
        >
          <option value="">{t('historyAnyTime')}</option>
          <option value="1">{t('historyToday')}</option>
          <option value="7">{t('historyWeek')}</option>
          <option value="30">{t('historyMonth')}</option>
        </SelectBox>
      </div>
    </search>
  );
}
