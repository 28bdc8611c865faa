import { useState } from 'preact/hooks';
import { isBegun } from '../../../utils/core/actions/completion';
import {
  faultsOf,
  inputNamed,
  type OwnAction,
  type OwnFault,
} from '../../../utils/core/actions/own-action';
import { tellsAddress } from '../../../utils/core/actions/template';
import type { Model } from '../../../utils/core/model';
import { t } from '../../../utils/i18n';
import type { PlannedAction } from '../../../utils/messages/action-messages';
import { FormButtons } from '../FormButtons';
import { FormField } from '../FormField';
import { useFocusedForm } from '../use-focused-form';
import { ownFaultWords } from './own-fault-words';
import { Picks } from './Picks';
import { PromptField } from './PromptField';
import { RequestPreview } from './RequestPreview';
import '../endpoint-form.css';
import './action-form.css';

interface Props {
  readonly action: OwnAction;
  /** Models that can be asked. */
  readonly models: readonly Model[];
  /** Asks what it would send. */
  readonly plan: (action: OwnAction) => Promise<PlannedAction>;
  /** Called in the click. */
  readonly onSave: (action: OwnAction) => void;
  readonly onCancel: () => void;
}

/** An action of the user's own, being written. */
export function ActionForm({ action, models, plan, onSave, onCancel }: Props) {
  const [draft, setDraft] = useState(action);
  const [tries, setTries] = useState(0);
  const form = useFocusedForm(tries);
  const faults = faultsOf(draft);
  const submit = (event: Event) => {
    event.preventDefault();
    if (faults.length === 0) onSave(draft);
    else setTries(tries + 1);
  };
  return (
    <form class="endpoint-form action-form" ref={form} noValidate onSubmit={submit}>
      <Fields
        draft={draft}
        faults={tries > 0 ? faults : seenAtOnce(faults)}
        models={models}
        onType={(typed) => setDraft(agreeing({ ...draft, ...typed }))}
      />
      <FormButtons save={t('ownSave')} onCancel={onCancel} />
      {/* Last: it changes its height while one writes, and nothing may move away from under a finger. */}
      <RequestPreview draft={faults.length === 0 ? draft : null} models={models} plan={plan} />
    </form>
  );
}

interface FieldsProps {
  readonly draft: OwnAction;
  readonly faults: readonly OwnFault[];
  readonly models: readonly Model[];
  readonly onType: (typed: Partial<OwnAction>) => void;
}

function Fields({ draft, faults, models, onType }: FieldsProps) {
  return (
    <>
      <FormField label={t('ownName')} fault={wordsAt('title', faults)}>
        <input
          class="text-field"
          name="title"
          dir="auto"
          autocomplete="off"
          value={draft.title}
          onInput={(event) => onType({ title: event.currentTarget.value })}
        />
      </FormField>
      <PromptField
        prompt={draft.prompt}
        fault={wordsAt('prompt', faults)}
        onType={(prompt) => onType({ prompt })}
      />
      <Picks draft={draft} models={models} onType={onType} />
      {tellsAddress(draft.prompt) && <p class="note">{t('ownTellsAddress')}</p>}
    </>
  );
}

/** A prompt that names the text it is for decides what is read. */
function agreeing(draft: OwnAction): OwnAction {
  const named = inputNamed(draft.prompt);
  if (named !== null) return { ...draft, input: named };
  return draft.input === 'both' ? { ...draft, input: 'either' } : draft;
}

/** While nothing has been tried yet, only what will not come right by writing on. */
function seenAtOnce(faults: readonly OwnFault[]): readonly OwnFault[] {
  return faults.filter(
    (fault) =>
      fault.kind === 'too-long' || (fault.kind === 'unknown-variable' && !isBegun(fault.name)),
  );
}

function wordsAt(field: OwnFault['field'], faults: readonly OwnFault[]): string | null {
  const found = faults.find((fault) => fault.field === field);
  return found ? ownFaultWords(found) : null;
}
