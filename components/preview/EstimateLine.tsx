import { deviceEndpoint, isAnthropic } from '../../utils/core/endpoint';
import type { Estimate } from '../../utils/core/estimate/estimate';
import { count, moneyRange } from '../../utils/core/format';
import { locale, plural, t } from '../../utils/i18n';
import { estimatedTokens } from '../token-words';
import type { NameModel } from '../use-stored';

interface Props {
  readonly estimate: Estimate;
  readonly nameModel: NameModel;
}

/** What sending would take: tokens of the prompt, and from no answer to the longest. */
export function EstimateLine({ estimate, nameModel }: Props) {
  if (estimate.endpointId === deviceEndpoint.id) return <DeviceLine />;
  return (
    <p class="estimate tabular">
      <span>{aboutTokens(estimate)}</span>
      <span>{priceWords(estimate, nameModel)}</span>
    </p>
  );
}

export function priceWords(estimate: Estimate, nameModel: NameModel): string {
  const price = estimate.cost ? moneyRange(locale(), estimate.cost) : t('priceUnknown');
  return t('withModel', { price, model: whoAnswers(estimate, nameModel(estimate.model)) });
}

function DeviceLine() {
  return (
    <p class="estimate">
      <span>{t('onThisDevice')}</span>
      <span>{t('deviceFree')}</span>
    </p>
  );
}

/** The model, and where it is asked if that is not Anthropic. */
export function whoAnswers({ endpointId, service }: Estimate, model: string): string {
  return isAnthropic({ id: endpointId }) ? model : `${model} · ${service}`;
}

export function aboutTokens({ prompt, counted }: Estimate): string {
  if (counted !== undefined)
    return plural('countedTokens', counted, { count: count(locale(), counted) });
  return estimatedTokens(prompt);
}
