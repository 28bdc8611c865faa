import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { oddityOf } from '../../utils/core/odd-link';
import type { AskedLink } from './OddLink';

/** The odd link below `root` that was clicked last: it is not followed, but asked about. `text`: what was sent. */
export function useOddLinks(root: RefObject<HTMLElement | null>, text: string) {
  const [asked, setAsked] = useState<AskedLink | null>(null);
  useLayoutEffect(() => {
    const clicked = (event: Event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[target=_blank]');
      const url = link && URL.parse(link.href);
      const oddity = url && oddityOf(url, text);
      if (!oddity) return;
      event.preventDefault();
      setAsked({ address: url.href, oddity });
    };
    // A middle click is none of the first kind.
    for (const kind of ['click', 'auxclick']) root.current?.addEventListener(kind, clicked);
    return () => {
      for (const kind of ['click', 'auxclick']) root.current?.removeEventListener(kind, clicked);
    };
  }, [root, text]);
  return { asked, done: () => setAsked(null) };
}
