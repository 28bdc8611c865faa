import { t } from '../../utils/i18n';
import type { LockStatus } from '../../utils/store/lock';
import type { Keep } from '../../utils/store/vault';
import { Choice, type ChoiceOption } from './Choice';
import type { KeepDraft } from './keep-draft';
import { NewPassphrase } from './NewPassphrase';

interface Props {
  readonly draft: KeepDraft;
  readonly lock: LockStatus;
  readonly onChange: (draft: KeepDraft) => void;
}

/** How a key is kept: what each way protects from, and what it does not. */
export function KeepFields({ draft, lock, onChange }: Props) {
  return (
    <>
      <Choice
        name="keep"
        legend={t('keepLegend')}
        chosen={draft.keep}
        options={ways()}
        onChoose={(keep) => onChange({ ...draft, keep })}
      />
      {draft.keep === 'passphrase' && <Passphrase {...{ draft, lock, onChange }} />}
    </>
  );
}

function ways(): readonly ChoiceOption<Keep>[] {
  return [
    { value: 'session', label: t('keepSession'), hint: t('keepSessionHint') },
    { value: 'device', label: t('keepDevice'), hint: t('keepDeviceHint') },
    { value: 'passphrase', label: t('keepPassphrase'), hint: t('keepPassphraseHint') },
  ];
}

/** There is one passphrase for all keys. */
function Passphrase({ draft, lock, onChange }: Props) {
  if (lock.kind !== 'none')
    return <p class="hint">{t(lock.kind === 'open' ? 'keepBesideOthers' : 'keepUnlockFirst')}</p>;
  return (
    <NewPassphrase
      label={t('passphrase')}
      typed={draft}
      onType={(typed) => onChange({ ...draft, ...typed })}
    />
  );
}
