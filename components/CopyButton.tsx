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
  /** Among buttons without pictures. */
  readonly plain?: boolean;
  readonly write?: (text: string) => Promise<void>;
}

/** Copies a text and says so in its own place. */
export function CopyButton({
  text,
  name = t('copy'),
  plain = false,
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
    <>
      <button type="button" class={plain ? 'button' : 'button quiet'} onClick={() => void copy()}>
        {!plain && <Icon name={outcome === 'copied' ? 'check' : 'copy'} />}
        <span>{outcome ? t(outcome) : name}</span>
      </button>
      {/* Beside it: its name, when it comes back, is no news. */}
      <span class="visually-hidden" role="status">
        {outcome && t(outcome)}
      </span>
    </>
  );
}
