import { t } from '../../utils/i18n';
import { Icon } from '../Icon';
import './key-hint.css';

/** For the first days: what is missing, and where it goes. */
export function KeyHint({ onOptions }: { readonly onOptions: () => void }) {
  return (
    <section class="key-hint" aria-labelledby="key-hint-title">
      <Icon name="key" />
      <div>
        <h2 id="key-hint-title">{t('keyHintTitle')}</h2>
        <p>{t('keyHint')}</p>
      </div>
      <button type="button" class="button" onClick={onOptions}>
        {t('addKey')}
      </button>
    </section>
  );
}
