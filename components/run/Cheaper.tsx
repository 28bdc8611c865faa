import { useEffect, useState } from 'preact/hooks';
import { mostMoney } from '../../utils/core/format';
import { type CheaperWays, type Less, noCheaperWays } from '../../utils/core/money/cheaper';
import { locale, t } from '../../utils/i18n';
import type { CheaperWay } from '../../utils/messages/money-messages';
import { shareWords } from '../preview/PartNote';
import { Offer } from './Offer';
import './too-long.css';

interface Props {
  readonly findWays: () => Promise<CheaperWays>;
  readonly onTake: (way: CheaperWay) => void;
  /** Its place among the headings around it. */
  readonly level?: 'h2' | 'h3';
}

/** What costs less than what a limit has stopped. A click sends nothing: it shows what that would take. */
export function Cheaper({ findWays, onTake, level: Heading = 'h3' }: Props) {
  const { model, shorter, selection, part } = useWays(findWays);
  if (!model && !shorter && !selection && !part) return null;
  return (
    <section class="too-long cheaper" aria-labelledby="cheaper-title">
      <Heading id="cheaper-title">{t('cheaperTitle')}</Heading>
      {model && (
        <Offer
          name={t('cheaperModel', { model: model.name })}
          hint={priceWords(model)}
          onTry={() => onTake({ kind: 'model', endpointId: model.endpointId, model: model.model })}
        />
      )}
      {shorter && (
        <Offer
          name={t('cheaperShorter', { length: t(`length_${shorter.length}`) })}
          hint={priceWords(shorter)}
          onTry={() => onTake({ kind: 'shorter', length: shorter.length })}
        />
      )}
      {selection && (
        <Offer
          name={t('cheaperSelection')}
          hint={priceWords(selection)}
          onTry={() => onTake({ kind: 'selection' })}
        />
      )}
      {part && (
        <Offer
          name={t('fitPart', { share: shareWords(part.share) })}
          hint={`${priceWords(part)} ${partWords(part.upTo)}`}
          onTry={() => onTake({ kind: 'part' })}
        />
      )}
    </section>
  );
}

/** Once for a run: the view of another is another. */
function useWays(findWays: Props['findWays']): CheaperWays {
  const [ways, setWays] = useState(noCheaperWays);
  useEffect(() => {
    let current = true;
    const show = (found: CheaperWays) => current && setWays(found);
    findWays().then(show, () => undefined);
    return () => {
      current = false;
    };
  }, []);
  return ways;
}

function priceWords({ atMost, less }: Less): string {
  const percent = new Intl.NumberFormat(locale(), { style: 'percent' }).format(-less);
  return t('cheaperPrice', { price: mostMoney(locale(), atMost), percent });
}

function partWords(upTo: string | null): string {
  return upTo === null ? t('fitPartSaid') : t('fitPartUpTo', { heading: upTo });
}
