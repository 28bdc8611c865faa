import { useState } from 'preact/hooks';
import { decimalMark } from '../../utils/core/format';
import { locale } from '../../utils/i18n';
import {
  checkPrice,
  type KnownRates,
  type PriceFaults,
  priceDraft,
  type RateName,
} from './price-draft';

/** A row that is being typed. Until the user has typed a price, it shows what is known of the model that is named. */
export function usePriceDraft(first: string, priceOf: (model: string) => KnownRates | null) {
  const decimal = decimalMark(locale());
  const begun = (model: string) => priceDraft(model, priceOf(model.trim()), decimal);
  const [draft, setDraft] = useState(() => begun(first));
  const [touched, setTouched] = useState(false);
  const [tries, setTries] = useState(0);
  const checked = checkPrice(draft, decimal);
  const faults: PriceFaults = tries > 0 && checked.kind === 'faulty' ? checked.faults : {};
  return {
    draft,
    faults,
    tries,
    name: (model: string) => setDraft(touched ? { ...draft, model } : begun(model)),
    type(rate: RateName, typed: string) {
      setTouched(true);
      setDraft({ ...draft, typed: { ...draft.typed, [rate]: typed } });
    },
    /** The row if it is whole; else its faults show from now on. */
    take() {
      if (checked.kind === 'ok') return checked.price;
      setTries(tries + 1);
      return null;
    },
  };
}
