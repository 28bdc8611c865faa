import type { Estimate } from '../../utils/core/estimate/estimate';
import { countRange, moneyRange } from '../../utils/core/format';
import { locale, t } from '../../utils/i18n';
import './sources-note.css';

/** What showing sources would take beyond the rest. It is a guess, and said to be one. */
export function SourcesNote({ estimate }: { readonly estimate: Estimate }) {
  const { sources, sourcesCost: cost } = estimate;
  if (!sources) return null;
  const tokens = countRange(locale(), sources);
  const price = cost ? moneyRange(locale(), cost) : t('priceUnknown');
  return <p class="sources-note tabular">{t('sourcesCost', { tokens, price })}</p>;
}
