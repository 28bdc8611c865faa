import { option } from '../../SelectBox';
import { FormField } from '../FormField';

interface Props<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | null;
  readonly chosen: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChoose: (value: T) => void;
}

/** One of a few, in a list that opens. */
export function PickField<T extends string>(props: Props<T>) {
  const { name, label, hint = null, chosen, options, onChoose } = props;
  const choose = (value: string) => {
    const found = options.find((option) => option.value === value);
    if (found) onChoose(found.value);
  };
  return (
    <FormField label={label} hint={hint}>
      <select
        class="text-field"
        name={name}
        value={chosen}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {options.map(({ value, label: words }) => option(value, words))}
      </select>
    </FormField>
  );
}
