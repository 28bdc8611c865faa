import { useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';

/** Copies an action as a text that can be passed on, and says so in its own place. */
export function ShareButton({ text }: { readonly text: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('copyFailed'),
    );
  return (
    <button
      type="button"
      class="button"
      onClick={() => void copy()}
      onBlur={() => setOutcome(null)}
    >
      <span aria-live="polite">{t(outcome ?? 'ownShare')}</span>
    </button>
  );
}
