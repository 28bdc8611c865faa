import { useEffect, useState } from 'preact/hooks';
import { t } from '../utils/i18n';
import { Icon } from './Icon';

type Outcome = 'copied' | 'copyFailed';

/** ms for which the button tells how it went. */
const shown = 2000;

interface Props {
  readonly text: string;
  /** Where there are several ways to copy. */
  readonly name?: string;
  readonly write?: (text: string) => Promise<void>;
}

/** Copies a text and says so in its own place. */
export function CopyButton({
  text,
  name = t('copy'),
  write = (copied) => navigator.clipboard.writeText(copied),
}: Props) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), shown);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = () =>
    write(text).then(
      () => setOutcome('copied'),
      () => setOutcome('copyFailed'),
    );

  return (
    <button type="button" class="button quiet" onClick={() => void copy()}>
      <Icon name={outcome === 'copied' ? 'check' : 'copy'} />
      <span aria-live="polite">{outcome ? t(outcome) : name}</span>
    </button>
  );
}
