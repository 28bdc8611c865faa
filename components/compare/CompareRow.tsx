import { useId } from 'preact/hooks';
import { isDevice } from '../../utils/core/endpoint';
import type { Comparison, Fit, Picked, Tier } from '../../utils/core/estimate/compare';
import { count, moneyRange } from '../../utils/core/format';
import { locale, type MessageKey, t } from '../../utils/i18n';
import { aboutTokens, whoAnswers } from '../preview/EstimateLine';

interface Props extends Comparison {
  readonly picked: boolean;
  readonly onPick: (picked: Picked) => void;
}

/** A model: its name and price are what it is called, the rest describes it. */
export function CompareRow({ name, estimate, fit, tier, picked, onPick }: Props) {
  const id = useId();
  const { endpointId, model, cost } = estimate;
  const isFree = isDevice({ id: endpointId });
  return (
    <label class="compare-row">
      <input
        type="radio"
        name="compare"
        value={model}
        checked={picked}
        disabled={fit === 'no'}
        aria-labelledby={`${id}-name ${id}-price`}
        aria-describedby={`${id}-more`}
        onChange={() => onPick({ endpointId, model })}
      />
      <span id={`${id}-name`} class="compare-name">
        <bdi>{isFree ? t('onThisDevice') : whoAnswers(estimate, name)}</bdi>
      </span>
      <span id={`${id}-price`} class="tabular">
        {cost ? moneyRange(locale(), cost) : t('priceUnknown')}
      </span>
      <span id={`${id}-more`} class="compare-more tabular">
        <span>{isFree ? t('deviceFree') : aboutTokens(estimate)}</span>{' '}
        <span class={fit === 'yes' ? '' : 'compare-warning'}>{t(fitWords[fit])}</span>{' '}
        {tier && <TierNote tier={tier} />}
      </span>
    </label>
  );
}

const fitWords: Readonly<Record<Fit, MessageKey>> = {
  yes: 'compareFits',
  maybe: 'compareMayFit',
  no: 'compareTooLong',
  unknown: 'compareFitUnknown',
};

const tierWords: Readonly<Record<Tier['reached'], MessageKey>> = {
  no: 'compareTierBelow',
  maybe: 'compareTierMaybe',
  yes: 'compareTierAbove',
};

function TierNote({ tier: { above, times, reached } }: { readonly tier: Tier }) {
  const words = t(tierWords[reached], {
    count: count(locale(), above),
    times: new Intl.NumberFormat(locale()).format(times),
  });
  return <span class={`compare-tier ${reached === 'no' ? '' : 'compare-warning'}`}>{words}</span>;
}
