import type { Change } from '../../utils/core/diff';
import { blocksOf } from '../run/blocks';

/** A text with what was taken out of it and what was put in. */
export function Changes({ pieces }: { readonly pieces: readonly Change[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div class="glass-text glass-changes" dir="auto" tabIndex={0}>
      {pieces.flatMap(({ kind, text }, index) =>
        blocksOf(text).map((block, part) => {
          const key = `${index} ${part}`;
          if (kind === 'removed') return <del key={key}>{block}</del>;
          return kind === 'added' ? <ins key={key}>{block}</ins> : <span key={key}>{block}</span>;
        }),
      )}
    </div>
  );
}
