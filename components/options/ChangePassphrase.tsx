import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { send } from '../../utils/messages/send';
import { PassphraseField } from '../PassphraseField';
import { wrongWords } from '../UnlockForm';
import { FormButtons } from './FormButtons';
import { isNew } from './keep-draft';
import { NewPassphrase } from './NewPassphrase';

interface Props {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The keys stay as they are: only what opens them is another. */
export function ChangePassphrase({ onDone, onCancel }: Props) {
  const [now, setNow] = useState('');
  const [next, setNext] = useState({ passphrase: '', again: '' });
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);

  async function change(): Promise<void> {
    setBusy(true);
    const command = { kind: 'change-passphrase', passphrase: now, next: next.passphrase } as const;
    const opening = await send(command).catch(() => null);
    setBusy(false);
    if (opening?.ok) return onDone();
    setNow('');
    setFault(opening ? wrongWords(opening.waitMs) : t('problem_storage_failing'));
  }

  const submit = (event: Event) => {
    event.preventDefault();
    if (now !== '' && isNew(next) && !busy) void change();
  };

  return (
    <form class="key-form" onSubmit={submit}>
      <PassphraseField label={t('passphraseNow')} value={now} fault={fault} onType={setNow} />
      <NewPassphrase label={t('passphraseNew')} typed={next} onType={setNext} />
      <FormButtons
        save={t('changePassphrase')}
        disabled={busy || now === '' || !isNew(next)}
        onCancel={onCancel}
      />
    </form>
  );
}
