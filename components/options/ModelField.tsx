import { useId } from 'preact/hooks';
import type { Model } from '../../utils/core/model';
import { FormField } from './FormField';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly typed: string;
  /** Offered while typing. */
  readonly models: readonly Model[];
  readonly fault?: string | undefined;
  readonly onType: (typed: string) => void;
}

/** A model by its id, whether it is listed or not. */
export function ModelField({ label, hint, typed, models, fault, onType }: Props) {
  const list = useId();
  return (
    <FormField
      label={label}
      hint={hint ?? null}
      fault={fault}
      below={
        <datalist id={list}>
          {models.map(({ id, name }) => (
            <option key={id} value={id}>
              {name === id ? undefined : name}
            </option>
          ))}
        </datalist>
      }
    >
      <input
        class="text-field"
        dir="ltr"
        list={list}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={200}
        value={typed}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </FormField>
  );
}
