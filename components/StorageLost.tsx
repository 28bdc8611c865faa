import { dayAt } from '../utils/core/calendar';
import { date } from '../utils/core/format';
import { locale, t } from '../utils/i18n';
import { type Loss, readLoss } from '../utils/store/loss';
import { useReread } from './use-reread';

/** ms for which a loss is told. */
const toldFor = 30 * 86_400_000;

/** Says that the browser has lost what was stored, where one would look for it. */
export function StorageLost({ now }: { readonly now: number }) {
  const loss = useReread<Loss | null>(readLoss, null);
  if (!loss || now - loss.at > toldFor) return null;
  const words = loss.what === 'database' ? 'storageLostDatabase' : 'storageLostSettings';
  return (
    <div class="storage-lost">
      <p>
        <strong>{t('storageLost')}</strong>
      </p>
      <p class="muted">{t(words, { date: date(locale(), dayAt(loss.at)) })}</p>
    </div>
  );
}
