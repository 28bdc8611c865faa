import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { WhatFits } from '../../utils/core/source/fit';
import { t } from '../../utils/i18n';
import { shareWords } from '../preview/PartNote';
import { Offer } from './Offer';
import './too-long.css';

interface Props {
  readonly whatFits: () => Promise<WhatFits>;
  /** `model`: the one that reads all of it; null: the first part. */
  readonly onTry: (model: string | null) => void;
}

/**
 * What can be done about a text that is too long: its first part, a larger model, or less of what was said. Nothing is cut
 * without a word.
 */
export function TooLong({ whatFits, onTry }: Props) {
  const [fits, setFits] = useState<WhatFits | null>(null);
  const [tries, setTries] = useState(0);
  const offers = useRef<HTMLElement>(null);
  // It comes later than what it is below of.
  useLayoutEffect(() => offers.current?.scrollIntoView({ block: 'nearest' }), [fits]);
  useEffect(() => {
    let current = true;
    const show = (found: WhatFits) => current && setFits(found);
    whatFits().then(show, () => undefined);
    return () => {
      current = false;
    };
    // Where a click has led to no other view, what was offered may fit no more.
  }, [tries]);
  const isThere = fits && (fits.alone || fits.part || fits.larger);
  if (!isThere) return tries > 0 && fits ? <p role="status">{t('fitNothing')}</p> : null;
  const { alone, part, larger } = fits;
  const take = (model: string | null) => {
    onTry(model);
    setTries(tries + 1);
  };
  return (
    <section ref={offers} class="too-long" aria-labelledby="too-long-title">
      <h2 id="too-long-title">{t('fitTitle')}</h2>
      {larger && (
        <Offer name={t('fitModel', { model: larger.name })} onTry={() => take(larger.id)} />
      )}
      {alone && <Offer name={t('fitAlone')} hint={t('fitAloneSaid')} onTry={() => take(null)} />}
      {part && (
        <Offer
          name={t('fitPart', { share: shareWords(part.share) })}
          hint={part.upTo === null ? t('fitPartSaid') : t('fitPartUpTo', { heading: part.upTo })}
          onTry={() => take(null)}
        />
      )}
    </section>
  );
}
