import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { locale, t } from '../utils/i18n';
import { send } from '../utils/messages/send';
import { PassphraseField } from './PassphraseField';
import './unlock-form.css';

/** How the last try went. */
type Try =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | { readonly kind: 'wrong'; readonly waitMs: number }
  | { readonly kind: 'failed' };

/** The passphrase that opens all locked keys; asked for in pages of ours only. */
export function UnlockForm({ onOpened }: { readonly onOpened: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState<Try>({ kind: 'none' });
  useWaiting(tried, setTried);
  const said = useSaid(tried);

  async function open(): Promise<void> {
    setTried({ kind: 'running' });
    const opening = await send({ kind: 'unlock', passphrase: typed }).catch(() => null);
    setTyped('');
    if (opening?.ok) return onOpened();
    setTried(opening ? { kind: 'wrong', waitMs: opening.waitMs } : { kind: 'failed' });
    field.current?.focus();
  }

  const submit = (event: Event) => {
    event.preventDefault();
    if (typed === '') field.current?.focus();
    else if (!isBusy(tried)) void open();
  };

  return (
    <form class="unlock" onSubmit={submit}>
      <PassphraseField label={t('passphrase')} value={typed} field={field} onType={setTyped} />
      <button type="submit" class="button primary" disabled={isBusy(tried)}>
        {t('remedy_unlock')}
      </button>
      <span ref={said} role="status" class={tried.kind === 'running' ? 'card-text' : 'fault'}>
        {words(tried)}
      </span>
    </form>
  );
}

/** What is said of a try that failed comes into sight: it is below what one looks at. */
function useSaid({ kind }: Try) {
  const said = useRef<HTMLSpanElement>(null);
  const hasFailed = kind === 'wrong' || kind === 'failed';
  useLayoutEffect(() => {
    if (hasFailed) said.current?.scrollIntoView({ block: 'nearest' });
  }, [hasFailed]);
  return said;
}

/** After some wrong tries the next has to wait. */
function useWaiting(tried: Try, setTried: (tried: Try) => void): void {
  useEffect(() => {
    if (tried.kind !== 'wrong' || tried.waitMs === 0) return;
    const timer = setTimeout(() => setTried({ kind: 'wrong', waitMs: 0 }), tried.waitMs);
    return () => clearTimeout(timer);
  }, [tried, setTried]);
}

function isBusy(tried: Try): boolean {
  return tried.kind === 'running' || (tried.kind === 'wrong' && tried.waitMs > 0);
}

function words(tried: Try): string {
  switch (tried.kind) {
    case 'none':
      return '';
    case 'running':
      return t('unlocking');
    case 'failed':
      return t('problem_storage_failing');
    case 'wrong':
      return wrongWords(tried.waitMs);
  }
}

/** What is said of a wrong passphrase, and of the time until the next try. */
export function wrongWords(waitMs: number): string {
  if (waitMs === 0) return t('passphraseWrong');
  const seconds = new Intl.NumberFormat(locale(), { style: 'unit', unit: 'second' });
  return t('passphraseWait', { time: seconds.format(Math.ceil(waitMs / 1000)) });
}
