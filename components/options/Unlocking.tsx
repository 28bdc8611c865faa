import { useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { UnlockForm } from '../UnlockForm';
import { useKeptFocus } from '../use-kept-focus';

/** What can be asked about the passphrase. */
export interface LockAsks {
  /** It has been opened or changed: what is shown of keys is to be read again. */
  readonly refresh: () => void;
  readonly lockNow: () => void;
  /** Deletes the keys under it. */
  readonly forgetPassphrase: () => void;
}

/** Where the passphrase is asked for, with a way out for who has forgotten it. */
export function Unlocking({ asks }: { readonly asks: LockAsks }) {
  const [forgot, setForgot] = useState(false);
  const home = useRef<HTMLDivElement>(null);
  useKeptFocus(home, String(forgot));
  return (
    <div class="unlocking" ref={home} tabIndex={-1}>
      {forgot ? (
        <>
          <p role="status">{t('forgotAsk')}</p>
          <div class="buttons">
            <button type="button" class="button danger" onClick={asks.forgetPassphrase}>
              {t('forgotNow')}
            </button>
            <button type="button" class="button quiet" onClick={() => setForgot(false)}>
              {t('cancel')}
            </button>
          </div>
        </>
      ) : (
        <>
          <UnlockForm onOpened={asks.refresh} />
          <button type="button" class="button quiet" onClick={() => setForgot(true)}>
            {t('forgotPassphrase')}
          </button>
        </>
      )}
    </div>
  );
}
