import { clock, money } from '../../utils/core/format';
import { locale, t } from '../../utils/i18n';

interface Props {
  /** When the answer was written, ms since 1970. */
  readonly at: number;
}

/** Says that an answer is an earlier one, and cost nothing now. */
export function RepeatNote({ at }: Props) {
  const words = { price: money(locale(), 0), time: clock(locale(), at, Date.now()) };
  return <p class="run-note repeat-note tabular">{t('repeatNote', words)}</p>;
}
