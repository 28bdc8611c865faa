import type { Source } from '../../utils/core/source/source';
import { t } from '../../utils/i18n';
import '../button.css';

interface Props {
  readonly source: Source;
  /** Whether everything visible was wanted. */
  readonly everything: boolean;
  readonly onTake: (everything: boolean) => void;
}

/** Offers everything visible where the main content was taken, loudly where that may be wrong; and the way back. */
export function TakeInstead({ source, everything, onTake }: Props) {
  const { kind, text, whole, unsure } = source;
  const hasMore = kind === 'page' && whole !== null && whole > text.length;
  if (!everything && !hasMore) return null;
  return (
    <button
      type="button"
      class={!everything && unsure ? 'button' : 'link'}
      onClick={() => onTake(!everything)}
    >
      {t(everything ? 'takeMain' : 'takeEverything')}
    </button>
  );
}
