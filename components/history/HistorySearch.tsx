import type { ComponentChildren } from 'preact';
import { actionTitle } from '../../utils/action-names';
import type { Head } from '../../utils/core/runs/head';
import type { Query } from '../../utils/core/runs/history';
import { t } from '../../utils/i18n';
import { option, SelectBox } from '../SelectBox';
import '../text-field.css';

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
  /** Below. */
  readonly children: ComponentChildren;
}

/** What of the history is wanted: words, action, site, time. */
export function HistorySearch({ query, offered, onSearch, onDown, children }: Props) {
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
      <Filters query={query} offered={offered} onSearch={onSearch} />
      {children}
    </search>
  );
}

function Filters({ query, offered, onSearch }: Omit<Props, 'onDown' | 'children'>) {
  const { actions, sites } = offered;
  const filter = (change: Partial<Query>) => onSearch({ ...query, ...change });
  return (
    <div class="history-filters">
      <SelectBox
        label={t('historyByAction')}
        name="action"
        value={query.actionId ?? ''}
        onChange={(id) => filter({ actionId: id || null })}
      >
        <option value="">{t('historyAllActions')}</option>
        {actions.map((action) => option(action.id, actionTitle(action)))}
      </SelectBox>
      <SelectBox
        label={t('historyBySite')}
        name="site"
        value={query.site ?? ''}
        onChange={(site) => filter({ site: site || null })}
      >
        <option value="">{t('historyAllSites')}</option>
        {sites.map((site) => option(site, site))}
      </SelectBox>
      <SelectBox
        label={t('historyByTime')}
        name="days"
        value={String(query.days ?? '')}
        onChange={(days) => filter({ days: days ? Number(days) : null })}
      >
        <option value="">{t('historyAnyTime')}</option>
        {option('1', t('historyToday'))}
        {option('7', t('historyWeek'))}
        {option('30', t('historyMonth'))}
      </SelectBox>
    </div>
  );
}
