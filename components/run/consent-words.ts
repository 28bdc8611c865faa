import type { Estimate, Thresholds } from '../../utils/core/estimate/estimate';
import { type Run, waitsForConsent } from '../../utils/core/runs/run';
import type { PdfMedia } from '../../utils/core/source/source';
import { t } from '../../utils/i18n';
import { priceWords } from '../preview/EstimateLine';
import type { NameModel } from '../use-stored';

interface Asked {
  readonly estimate: Estimate;
  readonly thresholds: Thresholds;
  readonly pdf: PdfMedia | null;
}

export function consentTitle({ estimate, thresholds, pdf }: Asked): string {
  const isLong = estimate.prompt.high > thresholds.tokens;
  return t(isLong && !pdf ? 'confirmTitle' : 'confirmTitleAny');
}

/** The PDF whose pages can still be chosen. A follow-up is about the pages that its run is about. */
export function pdfToChoose(run: Run): PdfMedia | null {
  const media = run.source?.media;
  return waitsForConsent(run) === 'action' && media?.kind === 'pdf' ? media : null;
}

/** What is asked, and what it would cost, in one breath; null where nothing is. */
export function consentWords(run: Run, nameModel: NameModel): string | null {
  if (run.state.kind !== 'confirming') return null;
  const { estimate } = run.state;
  return `${consentTitle({ ...run.state, pdf: pdfToChoose(run) })} ${priceWords(estimate, nameModel)}`;
}
