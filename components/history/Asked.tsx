import type { ComponentChildren } from 'preact';
import { t } from '../../utils/i18n';
import { useFocused } from '../use-focused';

interface Props {
  /** The first is the question. */
  readonly words: readonly string[];
  /** What went wrong with the last answer; null: nothing did. */
  readonly failed?: string | null;
  readonly onClose: () => void;
  /** What can be answered, beside nothing. */
  readonly children: ComponentChildren;
}

/** A question in the place of a foot's buttons. */
export function Asked({ words: [question, ...hints], failed, onClose, children }: Props) {
  const home = useFocused<HTMLParagraphElement>();
  return (
    <div class="history-asking">
      <p ref={home} tabIndex={-1}>
        {question}
      </p>
      {hints.map((hint) => (
        <p key={hint} class="muted">
          {hint}
        </p>
      ))}
      {failed && (
        <p class="history-bad" role="alert">
          {failed}
        </p>
      )}
      <div class="bar">
        {children}
        <button type="button" class="button quiet end" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
}
