import { outputKinds } from '../../../utils/core/actions/action';
import { lengths } from '../../../utils/core/actions/controls';
import { effortNames } from '../../../utils/core/actions/effort';
import { inputNamed, type OwnAction, ownInputs } from '../../../utils/core/actions/own-action';
import type { Model } from '../../../utils/core/model';
import { t } from '../../../utils/i18n';
import { PickField } from './PickField';

interface Props {
  readonly draft: OwnAction;
  readonly models: readonly Model[];
  readonly onType: (typed: Partial<OwnAction>) => void;
}

/** What an action reads, how it answers, and by which model. */
export function Picks({ draft, models, onType }: Props) {
  const named = inputNamed(draft.prompt);
  return (
    <div class="picks">
      <PickField
        name="input"
        label={t('ownInput')}
        hint={named === null ? null : t('ownInputNamed')}
        chosen={draft.input}
        options={offered(named).map((value) => ({ value, label: t(`ownInput_${value}`) }))}
        onChoose={(input) => onType({ input })}
      />
      <PickField
        name="output"
        label={t('ownOutput')}
        chosen={draft.output}
        options={outputKinds.map((value) => ({ value, label: t(`ownOutput_${value}`) }))}
        onChoose={(output) => onType({ output })}
      />
      <PickField
        name="length"
        label={t('ownLength')}
        chosen={draft.length ?? 'any'}
        options={(['any', ...lengths] as const).map((value) => ({
          value,
          label: t(`ownLength_${value}`),
        }))}
        onChoose={(length) => onType({ length: length === 'any' ? null : length })}
      />
      <Asked draft={draft} models={models} onType={onType} />
    </div>
  );
}

/** Both are read where both are named. */
function offered(named: OwnAction['input'] | null): readonly OwnAction['input'][] {
  return ownInputs.filter((input) => input !== 'both' || named === 'both');
}

function Asked({ draft, models, onType }: Props) {
  const known = draft.model === null || models.some(({ id }) => id === draft.model);
  const listed = models.map(({ id, name }) => ({ value: id, label: name }));
  const stored = { value: draft.model ?? '', label: draft.model ?? '' };
  return (
    <>
      <PickField
        name="model"
        label={t('ownModel')}
        chosen={draft.model ?? ''}
        options={[{ value: '', label: t('ownModelUsual') }, ...(known ? [] : [stored]), ...listed]}
        onChoose={(id) => onType({ model: id === '' ? null : id })}
      />
      <PickField
        name="effort"
        label={t('ownEffort')}
        chosen={draft.effort}
        options={effortNames.map((value) => ({ value, label: t(`ownEffort_${value}`) }))}
        onChoose={(effort) => onType({ effort })}
      />
    </>
  );
}
