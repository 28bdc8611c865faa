import { t } from '../../utils/i18n';
import type { KeyStatus } from '../../utils/store/vault';
import { Icon } from '../Icon';

interface Props {
  readonly status: Extract<KeyStatus, { kind: 'saved' }>;
  readonly busy: boolean;
  readonly onTest: () => void;
  readonly onReplace: () => void;
  readonly onForget: () => void;
}

/** All that is ever shown of a saved key: its last four characters. */
export function SavedKey({ status, busy, onTest, onReplace, onForget }: Props) {
  return (
    <div class="saved-key">
      <Icon name="key" />
      <p>
        <span class="visually-hidden">{t('keySaved', { lastFour: status.lastFour })}</span>
        <code dir="ltr" aria-hidden="true">{`••••${status.lastFour}`}</code>
        <span class="card-text">{t(status.keep === 'session' ? 'keptSession' : 'keptDevice')}</span>
      </p>
      <div class="saved-key-buttons">
        <button type="button" class="button" disabled={busy} onClick={onTest}>
          {t('testAgain')}
        </button>
        <button type="button" class="button quiet" onClick={onReplace}>
          {t('replaceKey')}
        </button>
        <button type="button" class="button quiet danger" onClick={onForget}>
          {t('forgetKey')}
        </button>
      </div>
    </div>
  );
}
