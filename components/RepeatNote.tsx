import { clock, money } from '../utils/core/format';
import { locale, t } from '../utils/i18n';

interface Props {
  /** When the answer was written, ms since 1970. */
  readonly at: number;
  /** Null: something newer stands in its place. */
  readonly onAgain: (() => void) | null;
}

/** Says that an answer is an earlier one, and cost nothing now. */
export function RepeatNote({ at, onAgain }: Props) {
  const words = { price: money(locale(), 0), time: clock(locale(), at, Date.now()) };
  return (
    <p class="run-note repeat-note tabular">
      {t('repeatNote', words)}
      {onAgain && (
        <>
          {' '}
          <button type="button" class="link" onClick={onAgain}>
            {t('runAgain')}
          </button>
        </>
      )}
    </p>
  );
}
