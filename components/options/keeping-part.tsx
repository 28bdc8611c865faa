import { locale, t } from '../../utils/i18n';
import type { Settings } from '../../utils/store/settings';
import { Icon } from '../Icon';
import { choiceRow, eitherRow, withStored } from './choice-row';
import type { Part, Row } from './search';
import type { Change } from './use-changes';

const keptDays = [7, 30, 90, 365];

/** What stays in this browser, and how long. */
export function keepingPart(settings: Settings, change: Change): Part {
  const { privateWindows, retentionDays } = settings;
  const privateRow = choiceRow<Settings['privateWindows']>({
    name: 'privateWindows',
    legend: t('privateWindows'),
    chosen: privateWindows,
    options: [
      { value: 'memory', label: t('privateMemory'), hint: t('privateMemoryHint') },
      { value: 'off', label: t('privateOff'), hint: t('privateOffHint') },
    ],
    onChoose: (privateWindows) => change({ privateWindows }),
  });
  const retentionRow = choiceRow<number | null>({
    name: 'retentionDays',
    legend: t('retention'),
    hint: t('retentionHint'),
    chosen: retentionDays,
    options: dayOptions(retentionDays),
    onChoose: (retentionDays) => change({ retentionDays }),
  });
  return {
    id: 'keeping',
    title: t('keepingSection'),
    rows: [privateRow, retentionRow, ...ledgerRows(settings, change)],
  };
}

/** What the ledger keeps. */
function ledgerRows({ ledgerDays, ledgerSites }: Settings, change: Change): readonly Row[] {
  const ledgerRow = choiceRow<number | null>({
    name: 'ledgerDays',
    legend: t('ledgerDays'),
    hint: t('ledgerDaysHint'),
    chosen: ledgerDays,
    options: dayOptions(ledgerDays),
    onChoose: (ledgerDays) => change({ ledgerDays }),
  });
  const sitesRow = eitherRow({
    name: 'ledgerSites',
    legend: t('ledgerSites'),
    hint: t('ledgerSitesHint'),
    on: ledgerSites,
    words: { on: t('ledgerSitesOn'), off: t('ledgerSitesOff') },
    onChoose: (ledgerSites) => change({ ledgerSites }),
  });
  return [ledgerRow, sitesRow, costsRow()];
}

function costsRow(): Row {
  return {
    id: 'costs',
    words: [t('costs')],
    content: (
      <a class="button" href="/ledger.html" target="_blank" rel="noopener">
        <Icon name="costs" />
        {t('costs')}
      </a>
    ),
  };
}

function dayOptions(chosen: number | null) {
  const days = new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
  });
  return [
    ...withStored(keptDays, chosen ?? 30).map((value) => ({ value, label: days.format(value) })),
    { value: null, label: t('retentionForever') },
  ];
}
