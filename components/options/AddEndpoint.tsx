import { useState } from 'preact/hooks';
import type { EndpointConfig } from '../../utils/core/endpoint';
import { t } from '../../utils/i18n';
import { EndpointForm } from './EndpointForm';
import { useFocusById } from './use-focus-by-id';

interface Props {
  readonly onAdd: (config: Omit<EndpointConfig, 'id'>) => void;
}

/** A button, and in its place the form of a new endpoint. */
export function AddEndpoint({ onAdd }: Props) {
  const [adding, setAdding] = useState(false);
  const focus = useFocusById();
  if (!adding) {
    return (
      <button
        type="button"
        id="add-endpoint"
        class="button add-endpoint"
        onClick={() => setAdding(true)}
      >
        {t('addEndpoint')}
      </button>
    );
  }
  return (
    <div class="add-endpoint">
      <EndpointForm
        endpoint={null}
        hasKey={false}
        models={[]}
        onSave={(config) => {
          setAdding(false);
          onAdd(config);
        }}
        onCancel={() => {
          setAdding(false);
          focus('add-endpoint');
        }}
      />
    </div>
  );
}
