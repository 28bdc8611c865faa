import { useState } from 'preact/hooks';
import type { Model } from '../../utils/core/model';
import { t } from '../../utils/i18n';
import { ModelField } from './ModelField';

interface Props {
  readonly models: readonly Model[];
  readonly onChoose: (id: string) => void;
}

/** For a model that no list tells of. */
export function TypedModel({ models, onChoose }: Props) {
  const [typed, setTyped] = useState('');
  const id = typed.trim();
  const submit = (event: Event) => {
    event.preventDefault();
    if (id === '') return;
    setTyped('');
    onChoose(id);
  };
  return (
    <form class="typed-model" onSubmit={submit}>
      <ModelField label={t('modelTyped')} typed={typed} models={models} onType={setTyped} />
      <button type="submit" class="button" disabled={id === ''}>
        {t('modelUse')}
      </button>
    </form>
  );
}
