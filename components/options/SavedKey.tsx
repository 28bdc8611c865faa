import { type MessageKey, t } from '../../utils/i18n';
import type { Keep, KeyStatus } from '../../utils/store/vault';
import { Icon } from '../Icon';

/** A key that is there, be it behind the passphrase. */
export type PresentKey = Extract<KeyStatus, { lastFour: string }>;

export function isPresent(status: KeyStatus): status is PresentKey {
  return status.kind === 'saved' || status.kind === 'locked';
}

interface Props {
  readonly status: PresentKey;
  readonly busy: boolean;
  readonly onTest: () => void;
  readonly onReplace: () => void;
  readonly onMove: () => void;
  readonly onForget: () => void;
}

const kept: Readonly<Record<Keep, MessageKey>> = {
  session: 'keptSession',
  device: 'keptDevice',
  passphrase: 'keptPassphrase',
};

/** All that is ever shown of a saved key: its last four characters. */
export function SavedKey({ status, busy, onTest, onReplace, onMove, onForget }: Props) {
  return (
    <div class="saved-key">
      <Icon name="key" />
      <p>
        <span class="visually-hidden">{lastFourWords(status)}</span>
        <code dir="ltr" aria-hidden="true">{`••••${status.lastFour}`}</code>
        <span class="card-text">
          {t(status.kind === 'locked' ? 'lockLocked' : kept[status.keep])}
        </span>
      </p>
      <div class="saved-key-buttons">
        {status.kind === 'saved' && (
          <>
            <button type="button" class="button" disabled={busy} onClick={onTest}>
              {t('testAgain')}
            </button>
            <button type="button" class="button quiet" disabled={busy} onClick={onMove}>
              {t('moveKey')}
            </button>
          </>
        )}
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

/** A key by its last four characters. */
export function lastFourWords({ kind, lastFour }: Props['status']): string {
  return t(kind === 'locked' ? 'keyLocked' : 'keySaved', { lastFour });
}
