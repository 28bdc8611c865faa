import { useEffect, useState } from 'preact/hooks';
import type { WhatFits } from '../utils/fitting';
import { t } from '../utils/i18n';
import { shareWords } from './PartNote';
import './button.css';
import './too-long.css';

interface Props {
  readonly whatFits: () => Promise<WhatFits>;
  /** `model`: the one that reads all of it; null: the first part. */
  readonly onTry: (model: string | null) => void;
}

/** What can be done about a text that is too long: its first part, or a larger model. Nothing is cut without a word. */
export function TooLong({ whatFits, onTry }: Props) {
  const [fits, setFits] = useState<WhatFits | null>(null);
  useEffect(() => {
    let current = true;
    const show = (found: WhatFits) => current && setFits(found);
    whatFits().then(show, () => undefined);
    return () => {
      current = false;
    };
    // Once for a run: the view of another is another.
  }, []);
  if (!fits?.part && !fits?.larger) return null;
  const { part, larger } = fits;
  return (
    <section class="too-long" aria-labelledby="too-long-title">
      <h2 id="too-long-title">{t('fitTitle')}</h2>
      {larger && (
        <button type="button" class="button" onClick={() => onTry(larger.id)}>
          {t('fitModel', { model: larger.name })}
        </button>
      )}
      {part && (
        <>
          <button type="button" class="button" onClick={() => onTry(null)}>
            {t('fitPart', { share: shareWords(part.share) })}
          </button>
          <p dir="auto">
            {part.upTo === null ? t('fitPartSaid') : t('fitPartUpTo', { heading: part.upTo })}
          </p>
        </>
      )}
    </section>
  );
}
