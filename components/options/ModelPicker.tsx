import {
  type EndpointConfig,
  isAnthropic,
  isDevice,
  modelsAt,
  pricingOf,
} from '../../utils/core/endpoint';
import { compact } from '../../utils/core/format';
import { defaultModel, type Model } from '../../utils/core/model';
import type { Price } from '../../utils/core/money/price';
import { priceFor } from '../../utils/core/money/prices';
import { locale, t } from '../../utils/i18n';
import { priceWords } from './price-words';
import { TypedModel } from './TypedModel';
import './model-picker.css';

interface Props {
  /** The one that is asked. */
  readonly endpoint: EndpointConfig;
  /** Models that it listed. */
  readonly models: readonly Model[];
  readonly now: number;
  readonly onChoose: (id: string) => void;
}

/** Which model answers, and what each costs. */
export function ModelPicker({ endpoint, models, now, onChoose }: Props) {
  if (isDevice(endpoint)) return <p class="muted">{t('modelOfDevice')}</p>;
  const offered = modelsAt(endpoint, models);
  return (
    <>
      <fieldset class="models" aria-label={t('modelsOf', { name: endpoint.name })}>
        {offered.map((model) => (
          <ModelRow
            key={model.id}
            model={model}
            price={priceFor(pricingOf(endpoint), model.id, now)}
            chosen={model.id === endpoint.model}
            onChoose={onChoose}
          />
        ))}
      </fieldset>
      {models.length === 0 && (
        <p class="hint">{t(isAnthropic(endpoint) ? 'modelsEmpty' : 'modelsEmptyElsewhere')}</p>
      )}
      <TypedModel key={endpoint.id} models={models} onChoose={onChoose} />
    </>
  );
}

interface RowProps {
  readonly model: Model;
  readonly price: Price | null;
  readonly chosen: boolean;
  readonly onChoose: (id: string) => void;
}

function ModelRow({ model, price, chosen, onChoose }: RowProps) {
  return (
    <label class="model">
      <input
        type="radio"
        name="model"
        value={model.id}
        checked={chosen}
        onChange={() => onChoose(model.id)}
      />
      <span class="model-name">
        <bdi>{model.name}</bdi>
        {model.id === defaultModel.id && <span class="model-mark">{t('modelDefault')}</span>}
      </span>
      <span class="model-price tabular">{knownWords(price)}</span>
      {model.maxInput !== null && (
        <span class="model-context">
          {t('modelContext', { count: compact(locale(), model.maxInput) })}
        </span>
      )}
    </label>
  );
}

function knownWords(price: Price | null): string {
  if (!price) return t('priceUnknown');
  return price.own ? `${priceWords(price)} · ${t('yourPrice')}` : priceWords(price);
}
