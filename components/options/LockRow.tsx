import { useRef, useState } from 'preact/hooks';
import { locale, t } from '../../utils/i18n';
import type { LockStatus } from '../../utils/store/lock';
import { useKeptFocus } from '../use-kept-focus';
import { ChangePassphrase } from './ChangePassphrase';
import { type LockAsks, Unlocking } from './Unlocking';

interface Props {
  readonly lock: Exclude<LockStatus, { kind: 'none' }>;
  readonly asks: LockAsks;
}

/** The lock as it stands, and what can be done with it. */
export function LockRow({ lock, asks }: Props) {
  const [changing, setChanging] = useState(false);
  const home = useRef<HTMLDivElement>(null);
  useKeptFocus(home, `${lock.kind} ${changing}`);
  // Before its button goes: a key that is locked looks where the focus is as well.
  const lockNow = () => {
    home.current?.focus({ preventScroll: true });
    asks.lockNow();
  };
  return (
    <div class="lock" ref={home} tabIndex={-1}>
      <p role="status">{lockWords(lock)}</p>
      {lock.kind === 'locked' && <Unlocking asks={asks} />}
      {lock.kind === 'open' && !changing && (
        <div class="buttons">
          <button type="button" class="button" onClick={lockNow}>
            {t('lockNow')}
          </button>
          <button type="button" class="button quiet" onClick={() => setChanging(true)}>
            {t('changePassphrase')}
          </button>
        </div>
      )}
      {lock.kind === 'open' && changing && (
        <ChangePassphrase
          onDone={() => {
            setChanging(false);
            asks.refresh();
          }}
          onCancel={() => setChanging(false)}
        />
      )}
    </div>
  );
}

function lockWords(lock: Props['lock']): string {
  if (lock.kind === 'locked') return t('lockLocked');
  if (lock.until === null) return t('lockOpen');
  const how = { dateStyle: 'medium', timeStyle: 'short' } as const;
  const time = new Intl.DateTimeFormat(locale(), how).format(lock.until);
  return t('lockOpenUntil', { time });
}
