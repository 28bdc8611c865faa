import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { Keep } from '../../utils/store/vault';
import { Choice } from './Choice';
import { tidyKey } from './tidy-key';
import './key.css';

interface Props {
  readonly keep: Keep;
  readonly busy: boolean;
  /** How a key of the endpoint begins, as far as that is known. */
  readonly placeholder: string;
  readonly onSave: (key: string, keep: Keep) => void;
}

/** A field that is written and never read: what was pasted leaves it with the click. */
export function KeyForm({ keep, busy, placeholder, onSave }: Props) {
  const [pasted, setPasted] = useState('');
  const [chosen, setChosen] = useState(keep);
  const key = tidyKey(pasted);

  const submit = (event: Event) => {
    event.preventDefault();
    if (key === '') return;
    setPasted('');
    onSave(key, chosen);
  };

  return (
    <form class="key-form" onSubmit={submit}>
      <KeyField pasted={pasted} placeholder={placeholder} onPaste={setPasted} />
      <Choice
        name="keep"
        legend={t('keepLegend')}
        chosen={chosen}
        options={[
          { value: 'session', label: t('keepSession'), hint: t('keepSessionHint') },
          { value: 'device', label: t('keepDevice'), hint: t('keepDeviceHint') },
        ]}
        onChoose={setChosen}
      />
      <button type="submit" class="button primary" disabled={busy || key === ''}>
        {t('saveAndTest')}
      </button>
    </form>
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
      <span class="visually-hidden">{t('keyLabel')}</span>
      <input
        class="field"
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
