import { money } from '../../utils/core/format';
import { totalOf } from '../../utils/core/money/total';
import type { Turn } from '../../utils/core/runs/turn';
import { locale, t } from '../../utils/i18n';
import { DottedLine } from '../DottedLine';
import { costWords } from './run-words';
import './receipt.css';

/** What all turns of a run took together. */
export function TotalLine({ turns }: { readonly turns: readonly Turn[] }) {
  const receipts = turns.flatMap(({ receipt }) => receipt ?? []);
  const cost = totalOf(receipts.map((each) => each.cost));
  const saved = receipts.reduce((sum, each) => sum + (each.saved ?? 0), 0);
  if (!cost) return null;
  const parts = [
    t('totalCost', { value: costWords(cost) }),
    ...(saved > 0 ? [t('cacheSaved', { value: money(locale(), saved) })] : []),
  ];
  return (
    <p class="receipt total tabular">
      <DottedLine parts={parts} />
    </p>
  );
}
