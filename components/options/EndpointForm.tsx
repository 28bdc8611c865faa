import { useState } from 'preact/hooks';
import type { EndpointConfig } from '../../utils/core/endpoint';
import type { Model } from '../../utils/core/model';
import type { Preset } from '../../utils/core/presets';
import { t } from '../../utils/i18n';
import { EndpointFields } from './EndpointFields';
import { checkDraft, type Draft, draftOf, emptyDraft } from './endpoint-draft';
import { PresetPicker, presetNote } from './PresetPicker';
import './endpoint-form.css';
import { FormButtons } from './FormButtons';
import { useFocusedForm } from './use-focused-form';

interface Props {
  /** Null: a new one. */
  readonly endpoint: EndpointConfig | null;
  /** Whether a key is kept for its present address. */
  readonly hasKey: boolean;
  /** Models that it listed. */
  readonly models: readonly Model[];
  /** Called in the click. */
  readonly onSave: (config: Omit<EndpointConfig, 'id'>) => void;
  readonly onCancel: () => void;
}

/** An endpoint of the user's own, typed or taken from a service that is known. */
export function EndpointForm({ endpoint, hasKey, models, onSave, onCancel }: Props) {
  const [draft, setDraft] = useState<Draft>(endpoint ? draftOf(endpoint) : emptyDraft);
  const [tries, setTries] = useState(0);
  const form = useFocusedForm(tries);
  const checked = checkDraft(draft, endpoint?.prices ?? []);

  const submit = (event: Event) => {
    event.preventDefault();
    if (checked.kind === 'ok') onSave(checked.config);
    else setTries(tries + 1);
  };
  const begin = (preset: Preset | null) => {
    setDraft(preset ? draftOfPreset(preset) : emptyDraft);
    setTries(0);
  };
  return (
    <form class="endpoint-form" ref={form} noValidate onSubmit={submit}>
      {!endpoint && <Presets onChoose={begin} />}
      <EndpointFields
        draft={draft}
        faults={tries > 0 && checked.kind === 'faulty' ? checked.faults : {}}
        keptFor={hasKey ? endpoint : null}
        models={models}
        onType={(typed) => setDraft({ ...draft, ...typed })}
      />
      <FormButtons save={t(endpoint ? 'saveEndpoint' : 'addThisEndpoint')} onCancel={onCancel} />
    </form>
  );
}

function draftOfPreset({ name, baseUrl, auth }: Preset): Draft {
  return { ...emptyDraft, name, baseUrl, auth };
}

function Presets({ onChoose }: { readonly onChoose: (preset: Preset | null) => void }) {
  const [chosen, setChosen] = useState<Preset | null>(null);
  return (
    <>
      <PresetPicker
        chosen={chosen}
        onChoose={(preset) => {
          setChosen(preset);
          onChoose(preset);
        }}
      />
      {chosen?.note && <p class="note">{presetNote(chosen.note)}</p>}
    </>
  );
}
