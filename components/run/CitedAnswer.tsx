import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { Turn } from '../../utils/core/runs/turn';
import type { Found } from '../../utils/core/shield/shield';
import { isOnPage, numbered, type WantedPassage, wantedOf } from '../../utils/core/source/citation';
import type { Source } from '../../utils/core/source/source';
import type { Replies } from '../../utils/messages/messages';
import { Answer } from '../answer/Answer';
import { OddLink } from './OddLink';
import { type Asked, Passages } from './Passages';
import { useOddLinks } from './use-odd-links';

export type ShowPassage = (wanted: WantedPassage) => Promise<Replies['show-passage']>;

interface Props {
  readonly turn: Turn;
  readonly source: Source | null;
  /** What of the source was hidden. */
  readonly found: readonly Found[] | null;
  readonly streaming: boolean;
  readonly onShow: ShowPassage;
}

/** An answer with numbered marks, and below it the passages that they stand for. */
export function CitedAnswer({ turn, source, found, streaming, onShow }: Props) {
  const { text, citations } = turn;
  const passages = useMemo(() => numbered(citations ?? []), [citations]);
  const [asked, setAsked] = useState<Asked | null>(null);
  const show = useCallback(
    (number: number) => {
      const passage = passages.find((each) => each.number === number);
      if (!passage) return;
      if (!isOnPage(passage, source)) return setAsked({ number, outcome: 'listed' });
      setAsked({ number, outcome: null });
      const told = (outcome: Asked['outcome']) => setAsked({ number, outcome });
      onShow(wantedOf(passage, source)).then(told, () => told('needs-gesture'));
    },
    [passages, source, onShow],
  );
  const links = useRef<HTMLDivElement>(null);
  const { asked: askedLink, done } = useOddLinks(links, sentOf(source), found);
  return (
    <>
      <div ref={links}>
        <Answer text={text} streaming={streaming} citations={citations} onMark={show} />
      </div>
      {askedLink && <OddLink {...askedLink} onClose={done} />}
      {passages.length > 0 && (
        <Passages passages={passages} source={source} asked={asked} onShow={show} />
      )}
    </>
  );
}

function sentOf(source: Source | null): string {
  return source ? `${source.title}\n${source.text}\n${source.around ?? ''}` : '';
}
