import { useLayoutEffect, useRef } from 'preact/hooks';
import { isOnPage, type Numbered, pagesIn } from '../../utils/core/source/citation';
import type { Source } from '../../utils/core/source/source';
import { t } from '../../utils/i18n';
import type { Replies } from '../../utils/messages/messages';
import './passages.css';

interface Props {
  readonly passages: readonly Numbered[];
  readonly source: Source | null;
  readonly asked: Asked | null;
  readonly onShow: (number: number) => void;
}

/** What an answer rests on, word for word; a click shows it in the page. */
export function Passages({ passages, source, asked, onShow }: Props) {
  return (
    <section class="passages">
      <h4 class="eyebrow">{t('sources')}</h4>
      <ol>
        {passages.map((passage) => (
          <PassageLine
            key={passage.number}
            passage={passage}
            source={source}
            outcome={asked?.number === passage.number ? asked.outcome : undefined}
            onShow={onShow}
          />
        ))}
      </ol>
      <p class="visually-hidden" role="status">
        {wordsFor(asked?.outcome)}
      </p>
    </section>
  );
}

const words = {
  shown: 'passageShown',
  gone: 'passageGone',
  'needs-gesture': 'passageClosed',
} as const;

function wordsFor(outcome: Asked['outcome'] | undefined): string | null {
  return outcome && outcome !== 'listed' ? t(words[outcome]) : null;
}

interface LineProps {
  readonly passage: Numbered;
  readonly source: Source | null;
  /** Undefined: it is not the one that was asked for. */
  readonly outcome: Asked['outcome'] | undefined;
  readonly onShow: (number: number) => void;
}

function PassageLine({ passage, source, outcome, onShow }: LineProps) {
  const line = useRef<HTMLLIElement>(null);
  // What the page cannot show is to be read here.
  useLayoutEffect(() => {
    if (outcome && outcome !== 'shown') line.current?.scrollIntoView({ block: 'nearest' });
  }, [outcome]);
  const { number } = passage;
  return (
    <li ref={line} value={number} class={outcome === undefined ? '' : 'asked'}>
      {isOnPage(passage, source) ? (
        <button type="button" class="link" title={t('showOnPage')} onClick={() => onShow(number)}>
          <Words passage={passage} source={source} />
        </button>
      ) : (
        <Words passage={passage} source={source} />
      )}
      {/* Where it was asked for; it is said by the status below. */}
      <span class="run-note" aria-hidden="true">
        {wordsFor(outcome)}
      </span>
    </li>
  );
}

function Words({ passage, source }: Pick<LineProps, 'passage' | 'source'>) {
  const pages = source && pagesIn(source, passage);
  const text = passage.text.replace(/\s+/g, ' ').trim();
  return (
    <>
      <q dir="auto">{text}</q>
      {pages && (
        <span class="passage-pages">
          {pages.from === pages.to
            ? t('passagePage', { page: pages.from })
            : t('passagePages', pages)}
        </span>
      )}
    </>
  );
}

/** Which passage was asked for last, and how showing it went. */
export interface Asked {
  readonly number: number;
  /** Null: it is being looked for; `listed`: it can only be read in the list. */
  readonly outcome: Replies['show-passage'] | 'listed' | null;
}
