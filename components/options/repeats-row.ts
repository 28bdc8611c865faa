import { t } from '../../utils/i18n';
import type { Settings } from '../../utils/store/settings';
import { choiceRow } from './choice-row';
import type { Row } from './search';
import type { Change } from './setting-parts';

/** Whether the same request is answered by what it was answered before. */
export function repeatsRow({ freeRepeats }: Settings, change: Change): Row {
  return choiceRow<'free' | 'paid'>({
    name: 'freeRepeats',
    legend: t('freeRepeats'),
    hint: t('freeRepeatsHint'),
    chosen: freeRepeats ? 'free' : 'paid',
    options: [
      { value: 'free', label: t('repeatsOn') },
      { value: 'paid', label: t('repeatsOff') },
    ],
    onChoose: (chosen) => change({ freeRepeats: chosen === 'free' }),
  });
}
