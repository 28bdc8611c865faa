import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { Keep } from '../../utils/store/vault';
import { tidyKey } from './tidy-key';

interface Props {
  readonly keep: Keep;
  readonly busy: boolean;
  readonly onSave: (key: string, keep: Keep) => void;
}

/** A field that is written and never read: what was pasted leaves it with the click. */
export function KeyForm({ keep, busy, onSave }: Props) {
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
      <label>
        <span class="visually-hidden">{t('keyLabel')}</span>
        <input
          class="field"
          type="password"
          placeholder="sk-ant-…"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          value={pasted}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
      </label>
      <fieldset class="cards">
        <legend>{t('keepLegend')}</legend>
        <KeepCard keep="session" chosen={chosen} onChoose={setChosen} />
        <KeepCard keep="device" chosen={chosen} onChoose={setChosen} />
      </fieldset>
      <button type="submit" class="button primary" disabled={busy || key === ''}>
        {t('saveAndTest')}
      </button>
    </form>
  );
}

interface CardProps {
  readonly keep: Keep;
  readonly chosen: Keep;
  readonly onChoose: (keep: Keep) => void;
}

function KeepCard({ keep, chosen, onChoose }: CardProps) {
  return (
    <label class="card">
      <input
        type="radio"
        name="keep"
        value={keep}
        checked={keep === chosen}
        aria-labelledby={`keep-${keep}`}
        aria-describedby={`keep-${keep}-hint`}
        onChange={() => onChoose(keep)}
      />
      <span id={`keep-${keep}`} class="card-title">
        {t(keep === 'session' ? 'keepSession' : 'keepDevice')}
      </span>
      <span id={`keep-${keep}-hint`} class="card-text">
        {t(keep === 'session' ? 'keepSessionHint' : 'keepDeviceHint')}
      </span>
    </label>
  );
}
