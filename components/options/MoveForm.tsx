import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { LockStatus } from '../../utils/store/lock';
import type { Keep } from '../../utils/store/vault';
import { FormButtons } from './FormButtons';
import { KeepFields } from './KeepFields';
import { draftOf, isReady, type Kept, keptBy } from './keep-draft';
import { type LockAsks, Unlocking } from './Unlocking';

interface Props {
  readonly keep: Keep;
  readonly lock: LockStatus;
  readonly asks: LockAsks;
  readonly onMove: (kept: Kept) => void;
  readonly onCancel: () => void;
}

/** Another way to keep a key that is there; it need not be pasted again. */
export function MoveForm({ keep, lock, asks, onMove, onCancel }: Props) {
  const [draft, setDraft] = useState(draftOf(keep));
  const submit = (event: Event) => {
    event.preventDefault();
    if (isReady(draft, lock)) onMove(keptBy(draft));
  };
  return (
    <>
      <form class="key-form" onSubmit={submit}>
        <KeepFields draft={draft} lock={lock} onChange={setDraft} />
        {keep === 'device' && draft.keep !== 'device' && <p class="hint">{t('moveKeyHint')}</p>}
        <FormButtons
          save={t('moveKeyNow')}
          disabled={draft.keep === keep || !isReady(draft, lock)}
          onCancel={onCancel}
        />
      </form>
      {draft.keep === 'passphrase' && lock.kind === 'locked' && <Unlocking asks={asks} />}
    </>
  );
}
