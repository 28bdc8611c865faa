import { t } from '../../utils/i18n';
import type { Settings } from '../../utils/store/settings';
import { eitherRow } from './choice-row';
import type { Row } from './search';
import type { Change } from './use-changes';

/** Whether the same request is answered by what it was answered before. */
export function repeatsRow({ freeRepeats }: Settings, change: Change): Row {
  return eitherRow({
    name: 'freeRepeats',
    legend: t('freeRepeats'),
    hint: t('freeRepeatsHint'),
    on: freeRepeats,
    words: { on: t('repeatsOn'), off: t('repeatsOff') },
    onChoose: (freeRepeats) => change({ freeRepeats }),
  });
}
