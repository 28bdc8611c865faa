import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { blocksOf } from '../run/blocks';
import './source-text.css';

/** UTF-16 units that are enough to fill the folded view. */
const foldedLength = 4000;

interface Props {
  readonly text: string;
  readonly label?: string | undefined;
}

/** The text that would be sent: its beginning, or all of it and nothing else. */
export function SourceText({ text, label = t('sourceText') }: Props) {
  const [open, setOpen] = useState(false);
  const [fits, setFits] = useState(true);
  const box = useRef<HTMLElement>(null);

  useLayoutEffect(() => {
    const { current } = box;
    if (current && !open) setFits(current.scrollHeight <= current.clientHeight + 1);
  }, [text, open]);

  const foldable = open || !fits || text.length > foldedLength;
  return (
    <>
      <section
        ref={box}
        class={`source-text ${open ? 'open' : ''} ${foldable && !open ? 'folded' : ''}`}
        dir="auto"
        aria-label={label}
        tabIndex={open ? 0 : undefined}
      >
        {open ? <AllBlocks text={text} /> : text.slice(0, foldedLength)}
      </section>
      {foldable && (
        <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'showLess' : 'showAll')}
        </button>
      )}
    </>
  );
}

function AllBlocks({ text }: { readonly text: string }) {
  const blocks = useMemo(() => blocksOf(text), [text]);
  return (
    <>
      {blocks.map((block, index) => (
        <div key={index} class="source-block">
          {block}
        </div>
      ))}
    </>
  );
}
