import { useMemo, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';

interface Props {
  readonly text: string;
  /** Written by machines: it reads from left to right. */
  readonly code: boolean;
}

/** UTF-16 units that are shown at first. */
const folded = 600;
/** UTF-16 units of a block that the browser lays out only once it comes into sight. */
const blockLength = 4000;

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
  return text.slice(0, endNear(text, folded));
}

/** Cut behind a line where there is one, and never within a character. */
export function blocksOf(text: string): readonly string[] {
  const blocks: string[] = [];
  for (let from = 0; from < text.length; ) {
    const line = text.indexOf('\n', from + blockLength / 2) + 1;
    const near = line > 0 && line <= from + blockLength;
    const to = near ? line : endNear(text, from + blockLength);
    blocks.push(text.slice(from, to));
    from = to;
  }
  return blocks;
}

function endNear(text: string, end: number): number {
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end + 1 : end;
}
