import { useId } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { Draft } from './endpoint-draft';
import { FormField } from './FormField';

interface Props {
  readonly input: string;
  readonly output: string;
  readonly fault: string | undefined;
  readonly onType: (typed: Partial<Draft>) => void;
}

/** What the model costs, if the user knows: nobody else does. */
export function PriceFields({ input, output, fault, onType }: Props) {
  const hint = useId();
  const field = (name: 'input' | 'output', typed: string) => (
    <FormField label={t(name === 'input' ? 'priceInput' : 'priceOutput')}>
      <input
        class="text-field tabular"
        inputMode="decimal"
        autocomplete="off"
        maxLength={20}
        aria-invalid={fault ? true : undefined}
        value={typed}
        onInput={(event) => onType({ [name]: event.currentTarget.value })}
      />
    </FormField>
  );
  return (
    <fieldset class="price-fields" aria-describedby={hint}>
      <legend>{t('priceLegend')}</legend>
      {field('input', input)}
      {field('output', output)}
      <p id={hint} class={fault ? 'fault' : 'card-text'}>
        {fault ?? t('priceHint')}
      </p>
    </fieldset>
  );
}
