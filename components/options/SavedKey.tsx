import { t } from '../../utils/i18n';
import type { KeyStatus } from '../../utils/store/vault';
import { Icon } from '../Icon';
import type { KeyAsks } from './KeySection';

interface Props {
  readonly status: Extract<KeyStatus, { kind: 'saved' }>;
  readonly busy: boolean;
  readonly asks: KeyAsks;
  readonly onReplace: () => void;
}

/** All that is ever shown of a saved key: its last four characters. */
export function SavedKey({ status, busy, asks, onReplace }: Props) {
  return (
    <div class="saved-key">
      <Icon name="key" />
      <p>
        <span class="visually-hidden">{t('keySaved', { lastFour: status.lastFour })}</span>
        <code dir="ltr" aria-hidden="true">{`••••${status.lastFour}`}</code>
        <span class="card-text">{t(status.keep === 'session' ? 'keptSession' : 'keptDevice')}</span>
      </p>
      <div class="saved-key-buttons">
        <button type="button" class="button" disabled={busy} onClick={asks.test}>
          {t('testAgain')}
        </button>
        <button type="button" class="button quiet" onClick={onReplace}>
          {t('replaceKey')}
        </button>
        <button type="button" class="button quiet danger" onClick={asks.forget}>
          {t('forgetKey')}
        </button>
      </div>
    </div>
  );
}
