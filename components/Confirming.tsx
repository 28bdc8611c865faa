import { consentAbove, type Estimate } from '../utils/core/estimate';
import { count, money, moneyRange } from '../utils/core/format';
import { locale, t } from '../utils/i18n';
import { aboutTokens } from './EstimateLine';
import type { NameModel } from './use-stored';
import './confirming.css';

interface Props {
  readonly estimate: Estimate;
  readonly nameModel: NameModel;
}

/** What an unusually large request would take, and why Gloss asks. */
export function Confirming({ estimate, nameModel }: Props) {
  const { cost } = estimate;
  return (
    <section class="confirming" aria-labelledby="confirm-title">
      <h2 id="confirm-title">{t('confirmTitle')}</h2>
      <dl class="tabular">
        <dt>{t('confirmCost', { model: nameModel(estimate.model) })}</dt>
        <dd class="confirming-cost">{cost ? moneyRange(locale(), cost) : t('priceUnknown')}</dd>
        <dt>{t('confirmTake')}</dt>
        <dd>{aboutTokens(estimate)}</dd>
      </dl>
      <p>{why(estimate)}</p>
    </section>
  );
}

function why({ cost }: Estimate): string {
  return cost && cost.high > consentAbove.nano
    ? t('confirmWhyCost', { limit: money(locale(), consentAbove.nano) })
    : t('confirmWhyTokens', { limit: count(locale(), consentAbove.tokens) });
}
