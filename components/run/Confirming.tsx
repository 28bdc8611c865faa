import type { Estimate, Thresholds } from '../../utils/core/estimate/estimate';
import { count, money, moneyRange } from '../../utils/core/format';
import type { PdfMedia } from '../../utils/core/source/source';
import { locale, t } from '../../utils/i18n';
import { aboutTokens, whoAnswers } from '../preview/EstimateLine';
import { PagesPicker } from '../preview/PagesPicker';
import { PagesWarning } from '../preview/PagesWarning';
import { PictureWarning } from '../preview/PictureWarning';
import { SourcesNote } from '../preview/SourcesNote';
import type { NameModel } from '../use-stored';
import { consentTitle } from './consent-words';
import './confirming.css';

interface Props {
  readonly estimate: Estimate;
  readonly thresholds: Thresholds;
  readonly nameModel: NameModel;
  /** The PDF that it is about. */
  readonly pdf: PdfMedia | null;
  /** The user hides personal data there, and in this nothing can be hidden. */
  readonly unshielded: boolean;
  /** It is asked because the user chose a cheaper way. */
  readonly cheaper: boolean;
  readonly onPages: (from: number, to: number) => void;
}

/** What an unusually large request would take, and why Gloss asks. */
export function Confirming(props: Props) {
  const { estimate, thresholds, nameModel, pdf, unshielded, cheaper, onPages } = props;
  const { cost, model } = estimate;
  return (
    <section class="confirming" aria-labelledby="confirm-title">
      <h2 id="confirm-title">{consentTitle(props)}</h2>
      {pdf && <PagesPicker media={pdf} onChoose={onPages} />}
      <dl class="tabular">
        <dt>{t('confirmCost', { model: whoAnswers(estimate, nameModel(model)) })}</dt>
        <dd class="confirming-cost">{cost ? moneyRange(locale(), cost) : t('priceUnknown')}</dd>
        <dt>{t('confirmTake')}</dt>
        <dd>{aboutTokens(estimate)}</dd>
      </dl>
      <SourcesNote estimate={estimate} />
      {unshielded ? (
        <Unshielded pdf={pdf} />
      ) : (
        <p>{cheaper ? t('confirmWhyCheaper') : why(estimate, thresholds)}</p>
      )}
    </section>
  );
}

function Unshielded({ pdf }: Pick<Props, 'pdf'>) {
  return pdf ? <PagesWarning /> : <PictureWarning />;
}

function why({ cost, prompt }: Estimate, { nano, tokens }: Thresholds): string {
  if (nano === 0) return t('confirmWhyAlways');
  if (cost && cost.high > nano) return t('confirmWhyCost', { limit: money(locale(), nano) });
  if (prompt.high <= tokens) return t('confirmWhyChanged');
  return t('confirmWhyTokens', { limit: count(locale(), tokens) });
}
