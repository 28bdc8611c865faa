import { count, decimalMark } from '../../utils/core/format';
import type { Model } from '../../utils/core/model';
import type { OwnPrice } from '../../utils/core/money/prices';
import { largestPrice, type PriceFault } from '../../utils/core/money/typed-price';
import { locale, t } from '../../utils/i18n';
import { FormButtons } from './FormButtons';
import { FormField } from './FormField';
import { ModelField } from './ModelField';
import {
  type KnownRates,
  type PriceDraft,
  type PriceFaults,
  type RateName,
  rateNames,
} from './price-draft';
import { useFocusedForm } from './use-focused-form';
import { usePriceDraft } from './use-price-draft';

interface Props {
  /** The model that it is for; empty: one that is to be typed. */
  readonly model: string;
  readonly models: readonly Model[];
  /** What a model costs by now, if anybody knows. */
  readonly priceOf: (model: string) => KnownRates | null;
  readonly onSave: (price: OwnPrice) => void;
  readonly onCancel: () => void;
}

/** One row of prices. */
export function PriceForm({ model, models, priceOf, onSave, onCancel }: Props) {
  const { draft, faults, tries, name, type, take } = usePriceDraft(model, priceOf);
  const form = useFocusedForm(tries, firstEmpty);
  const submit = (event: Event) => {
    event.preventDefault();
    const price = take();
    if (price) onSave(price);
  };
  return (
    <form class="endpoint-form price-form" ref={form} noValidate onSubmit={submit}>
      <ModelField
        label={t('modelId')}
        typed={draft.model}
        models={models}
        fault={faults.model && t('faultModel')}
        onType={name}
      />
      <RateFields draft={draft} faults={faults} onType={type} />
      <FormButtons save={t('savePrice')} onCancel={onCancel} />
    </form>
  );
}

interface RatesProps {
  readonly draft: PriceDraft;
  readonly faults: PriceFaults;
  readonly onType: (rate: RateName, typed: string) => void;
}

function RateFields({ draft, faults, onType }: RatesProps) {
  return (
    <fieldset class="price-fields">
      <legend>{t('priceLegend')}</legend>
      {rateNames.map((rate) => (
        <RateField
          key={rate}
          rate={rate}
          typed={draft.typed[rate]}
          fault={faults[rate]}
          onType={(typed) => onType(rate, typed)}
        />
      ))}
      <p class="card-text">{t('priceFormHint')}</p>
    </fieldset>
  );
}

interface RateProps {
  readonly rate: RateName;
  readonly typed: string;
  readonly fault: PriceFault | undefined;
  readonly onType: (typed: string) => void;
}

function RateField({ rate, typed, fault, onType }: RateProps) {
  return (
    <FormField label={t(`rate_${rate}`)} fault={fault && faultWords(fault)}>
      <input
        class="text-field tabular"
        inputMode="decimal"
        autocomplete="off"
        maxLength={20}
        value={typed}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </FormField>
  );
}

function faultWords(fault: PriceFault): string {
  const mark = decimalMark(locale());
  switch (fault) {
    case 'empty':
      return t('faultPriceEmpty');
    case 'negative':
      return t('faultPriceNegative');
    case 'not-a-number':
      return t('faultPriceNumber', { example: `0${mark}25` });
    case 'ambiguous':
      return t('faultPriceAmbiguous', { mark });
    case 'too-fine':
      return t('faultPriceFine');
    case 'too-large':
      return t('faultPriceLarge', { most: count(locale(), largestPrice) });
  }
}

function firstEmpty(form: HTMLFormElement) {
  const fields = [...form.querySelectorAll('input')];
  return fields.find(({ value }) => value === '') ?? fields[0];
}
