import { useEffect, useState } from 'preact/hooks';
import { t } from '../utils/i18n';
import './button.css';
import './skeleton.css';

/** ms after which a view that has nothing to show yet says so: a background that does not answer looks like a broken one. */
const usuallyLate = 8_000;

interface Props {
  readonly lateAfter?: number;
  readonly onAgain?: () => void;
}

/** The first screen of the popup's HTML once more, while there is nothing to show yet. */
export function Skeleton({ lateAfter = usuallyLate, onAgain = () => location.reload() }: Props) {
  const isLate = useIsLate(lateAfter);
  return (
    <>
      <h1 class="visually-hidden">Gloss</h1>
      <div class="skeleton" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
        <i />
        <i />
      </div>
      {isLate && <Late onAgain={onAgain} />}
    </>
  );
}

function useIsLate(after: number): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), after);
    return () => clearTimeout(timer);
  }, [after]);
  return isLate;
}

function Late({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <div class="skeleton-late" role="status">
      <p>{t('notAnswering')}</p>
      <button type="button" class="button" onClick={onAgain}>
        {t('remedy_try_again')}
      </button>
      <p class="skeleton-hint">{t('notAnsweringHint')}</p>
    </div>
  );
}
