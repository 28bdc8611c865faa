import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { oddityOf } from '../../utils/core/odd-link';
import type { Found } from '../../utils/core/shield/shield';
import type { AskedLink } from './OddLink';

/**
 * The odd link below `root` that was clicked last: it is not followed, but asked about. `text`: what was read; `found`: what
 * of it was hidden.
 */
export function useOddLinks(
  root: RefObject<HTMLElement | null>,
  text: string,
  found: readonly Found[] | null,
) {
  const [asked, setAsked] = useState<AskedLink | null>(null);
  useLayoutEffect(() => {
    const clicked = (event: Event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[target=_blank]');
      const url = link && URL.parse(link.href);
      const oddity = url && oddityOf(url, text, personal(found));
      if (!oddity) return;
      event.preventDefault();
      setAsked({ address: url.href, oddity });
    };
    // A middle click is none of the first kind.
    for (const kind of ['click', 'auxclick']) root.current?.addEventListener(kind, clicked);
    return () => {
      for (const kind of ['click', 'auxclick']) root.current?.removeEventListener(kind, clicked);
    };
  }, [root, text, found]);
  return { asked, done: () => setAsked(null) };
}

/** The user's own words are often names of sites. */
function personal(found: readonly Found[] | null): readonly string[] {
  return (found ?? []).flatMap(({ kind, original }) => (kind === 'word' ? [] : original));
}
