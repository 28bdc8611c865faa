import { useState } from 'preact/hooks';
import { type EndpointConfig, isAnthropic, mostPrices, pricingOf } from '../../utils/core/endpoint';
import type { Model } from '../../utils/core/model';
import { type OwnPrice, priceFor } from '../../utils/core/money/prices';
import { t } from '../../utils/i18n';
import { PriceForm } from './PriceForm';
import { priceWords } from './price-words';
import { useFocusById } from './use-focus-by-id';
import './own-prices.css';

interface Props {
  readonly endpoint: EndpointConfig;
  /** Models that it listed. */
  readonly models: readonly Model[];
  readonly onChange: (prices: readonly OwnPrice[]) => void;
}

/** What the user says that models cost at an endpoint. */
export function OwnPrices({ endpoint, models, onChange }: Props) {
  const { typing, setTyping, add, end, save, remove } = useRows(endpoint, onChange);
  return (
    <section class="own-prices" aria-label={t('pricesOf', { name: endpoint.name })}>
      <h3>{t('priceSection')}</h3>
      <p class="hint">{t(isAnthropic(endpoint) ? 'priceIntroListed' : 'priceIntroOwn')}</p>
      <PriceList prices={endpoint.prices} onEdit={setTyping} onRemove={remove} />
      {typing === null ? (
        <button
          type="button"
          id={add}
          class="button"
          disabled={endpoint.prices.length >= mostPrices}
          onClick={() => setTyping(newFor(endpoint))}
        >
          {t('addPrice')}
        </button>
      ) : (
        <PriceForm
          key={typing}
          model={typing}
          models={models}
          priceOf={(model) => knownPrice(endpoint, model)}
          onSave={save}
          onCancel={end}
        />
      )}
    </section>
  );
}

function useRows({ id, prices }: EndpointConfig, onChange: Props['onChange']) {
  // Null: none is typed; empty: a new row.
  const [typing, setTyping] = useState<string | null>(null);
  const focus = useFocusById();
  const add = `add-price-${id}`;
  const end = () => {
    setTyping(null);
    focus(add);
  };
  return {
    typing,
    setTyping,
    add,
    end,
    save(price: OwnPrice) {
      const others = prices.filter(({ model }) => model !== price.model && model !== typing);
      onChange([...others, price]);
      end();
    },
    remove(model: string) {
      onChange(prices.filter((price) => price.model !== model));
      focus(add);
    },
  };
}

/** A new row is most likely for the model that is asked, while that has none. */
function newFor({ model, prices }: EndpointConfig): string {
  return prices.some((price) => price.model === model) ? '' : model;
}

/** As the user has typed it, else as it is listed. */
function knownPrice(endpoint: EndpointConfig, model: string) {
  const own = endpoint.prices.find((price) => price.model === model);
  return own ?? priceFor(pricingOf(endpoint), model, Date.now());
}

interface ListProps {
  readonly prices: readonly OwnPrice[];
  readonly onEdit: (model: string) => void;
  readonly onRemove: (model: string) => void;
}

function PriceList({ prices, onEdit, onRemove }: ListProps) {
  if (prices.length === 0) return null;
  return (
    <ul class="price-list">
      {prices.map((price) => (
        <li key={price.model}>
          <span>
            <span class="price-model">
              <bdi dir="ltr">{price.model}</bdi>
            </span>
            <span class="muted tabular">{ownWords(price)}</span>
          </span>
          <button type="button" class="button quiet" onClick={() => onEdit(price.model)}>
            {t('editEndpoint')} <span class="visually-hidden">{price.model}</span>
          </button>
          <button type="button" class="button quiet danger" onClick={() => onRemove(price.model)}>
            {t('removeEndpoint')} <span class="visually-hidden">{price.model}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function ownWords(price: OwnPrice): string {
  const isFree = price.input === 0 && price.output === 0;
  return isFree ? t('priceFree') : priceWords(price);
}
