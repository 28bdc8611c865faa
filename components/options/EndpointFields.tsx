import { parseBaseUrl } from '../../utils/core/base-url';
import { type EndpointConfig, originOf } from '../../utils/core/endpoint';
import type { Model } from '../../utils/core/model';
import { t } from '../../utils/i18n';
import { AddressField } from './AddressField';
import { AuthChoice } from './AuthChoice';
import type { Draft, Faults } from './endpoint-draft';
import { FormField } from './FormField';
import { ModelField } from './ModelField';

interface Props {
  readonly draft: Draft;
  readonly faults: Faults;
  /** The endpoint as it is stored, if there is a key for it. */
  readonly keptFor: EndpointConfig | null;
  readonly models: readonly Model[];
  readonly onType: (typed: Partial<Draft>) => void;
}

export function EndpointFields({ draft, faults, keptFor, models, onType }: Props) {
  return (
    <>
      <FormField label={t('endpointName')} fault={faults.name && t(faults.name)}>
        <input
          class="text-field"
          maxLength={60}
          value={draft.name}
          onInput={(event) => onType({ name: event.currentTarget.value })}
        />
      </FormField>
      <AddressField
        typed={draft.baseUrl}
        tried={faults.baseUrl !== undefined}
        keyStays={keptFor !== null && movesAway(keptFor, draft.baseUrl)}
        onType={(baseUrl) => onType({ baseUrl })}
      />
      <AuthChoice chosen={draft.auth} onChoose={(auth) => onType({ auth })} />
      <ModelField
        label={t('modelId')}
        hint={t('modelIdHint')}
        typed={draft.model}
        models={models}
        fault={faults.model && t(faults.model)}
        onType={(model) => onType({ model })}
      />
    </>
  );
}

/** Whether an endpoint's key could not follow it to another address. */
function movesAway(endpoint: EndpointConfig, typed: string): boolean {
  const base = parseBaseUrl(typed);
  return base.kind === 'ok' && new URL(base.url).origin !== originOf(endpoint);
}
