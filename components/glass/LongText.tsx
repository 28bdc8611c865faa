import { useMemo, useState } from 'preact/hooks';
import { endWithin } from '../../utils/core/end-within';
import { t } from '../../utils/i18n';
import { blocksOf } from '../run/blocks';

interface Props {
  readonly text: string;
  /** Written by machines: it reads from left to right. */
  readonly code: boolean;
}

/** UTF-16 units that are shown at first. */
const folded = 600;

/** A text: its beginning, then all of it. */
export function LongText({ text, code }: Props) {
  const [open, setOpen] = useState(false);
  const isLong = text.length > folded;
  const blocks = useMemo(() => (open || !isLong ? blocksOf(text) : [cut(text)]), [text, open]);
  return (
    <>
      <div class={code ? 'glass-text glass-code' : 'glass-text'} dir={code ? 'ltr' : 'auto'}>
        {blocks.map((block, index) => (
          <span key={index} class="glass-block">
            {block}
          </span>
        ))}
        {isLong && !open && '…'}
      </div>
      {isLong && (
        <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'showLess' : 'showAll')}
        </button>
      )}
    </>
  );
}

function cut(text: string): string {
  return text.slice(0, endWithin(text, folded));
}
