import type { ComponentChildren } from 'preact';
import { dayAt } from '../utils/core/calendar';
import { date } from '../utils/core/format';
import { locale, t } from '../utils/i18n';
import type { Loss } from '../utils/store/loss';
import { useReread } from './use-reread';

const day = 86_400_000;

interface Props {
  readonly now: number;
  /** For how long a loss is told. */
  readonly days?: number;
  /** What else stands there. */
  readonly children?: ComponentChildren;
}

/** Says that the browser has lost what was stored, where one would look for it. */
export function StorageLost({ now, days = 30, children = null }: Props) {
  const loss = useReread<Loss | null | undefined>(readLoss, undefined);
  if (loss === undefined) return null;
  if (!loss || now - loss.at > days * day) return <>{children}</>;
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

/** Loaded after the first paint: it brings the parser of stored values. */
async function readLoss(): Promise<Loss | null> {
  const store = await import('../utils/store/loss');
  return store.readLoss().catch(() => null);
}
