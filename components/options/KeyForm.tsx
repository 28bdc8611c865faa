import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { LockStatus } from '../../utils/store/lock';
import type { Keep } from '../../utils/store/vault';
import { KeepFields } from './KeepFields';
import { draftOf, isReady, type KeepDraft, type Kept, keptBy } from './keep-draft';
import { tidyKey } from './tidy-key';
import { type LockAsks, Unlocking } from './Unlocking';
import '../text-field.css';
import './key.css';

interface Props {
  readonly keep: Keep;
  readonly lock: LockStatus;
  readonly busy: boolean;
  /** How a key of the endpoint begins, as far as that is known. */
  readonly placeholder: string;
  readonly asks: LockAsks;
  readonly onSave: (key: string, kept: Kept) => void;
}

/** A field that is written and never read: what was pasted leaves it with the click. */
export function KeyForm({ keep, lock, busy, placeholder, asks, onSave }: Props) {
  const [pasted, setPasted] = useState('');
  // How keys are kept may be known later than this is shown.
  const [chosen, setChosen] = useState<KeepDraft | null>(null);
  const draft = chosen ?? draftOf(keep);
  const key = tidyKey(pasted);
  const ready = key !== '' && isReady(draft, lock);

  const submit = (event: Event) => {
    event.preventDefault();
    if (!ready) return;
    setPasted('');
    setChosen(draftOf(draft.keep));
    onSave(key, keptBy(draft));
  };

  return (
    <>
      <form class="key-form" onSubmit={submit}>
        <KeyField pasted={pasted} placeholder={placeholder} onPaste={setPasted} />
        <KeepFields draft={draft} lock={lock} onChange={setChosen} />
        <button type="submit" class="button primary" disabled={busy || !ready}>
          {t('saveAndTest')}
        </button>
      </form>
      {draft.keep === 'passphrase' && lock.kind === 'locked' && <Unlocking asks={asks} />}
    </>
  );
}

interface FieldProps {
  readonly pasted: string;
  readonly placeholder: string;
  readonly onPaste: (pasted: string) => void;
}

function KeyField({ pasted, placeholder, onPaste }: FieldProps) {
  return (
    <label>
      <span>{t('keyLabel')}</span>
      <input
        class="text-field"
        type="password"
        placeholder={placeholder}
        dir="ltr"
        autocomplete="off"
        spellcheck={false}
        value={pasted}
        onInput={(event) => onPaste(event.currentTarget.value)}
      />
    </label>
  );
}
