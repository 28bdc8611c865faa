import { t } from '../utils/i18n';
import { Icon } from './Icon';

/** A popup closes with the next click on the page; beside it, the same stays. */
export function KeepOpen({ onClick }: { readonly onClick: () => void }) {
  return (
    <button
      type="button"
      class="button quiet"
      aria-label={t('keepOpen')}
      title={t('keepOpen')}
      onClick={onClick}
    >
      <Icon name="panel" />
    </button>
  );
}
