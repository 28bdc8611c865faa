import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Wanted } from '../../utils/core/source/source';
import type { Preview, ReadyPreview } from '../../utils/messages/preview-messages';
import { send } from '../../utils/messages/send';
import type { Surroundings } from '../surroundings';
import { onReturn } from '../use-reread';

/** Storage alone can fail a question to the background. */
export const storageFailing: Preview = {
  kind: 'problem',
  problem: { kind: 'storage-failing' },
};

export type Wish = Wanted | 'picture';

/** A new one for each look, and how it goes; of another page than its own, as usual. */
type Look =
  | { readonly kind: 'usual' }
  /** With a site that was lent for it. */
  | { readonly kind: 'lent'; readonly page: number; readonly origin: string }
  /** What was read with a lent site cannot be read again: that, and what it takes now. */
  | { readonly kind: 'read'; readonly page: number; readonly found: ReadyPreview };

const usual: Look = { kind: 'usual' };

interface Answer {
  readonly preview: Preview;
  /** Null: of a pasted text. */
  readonly wants: Wish | null;
  readonly hasPicture: boolean;
}

/**
 * What could be sent of a tab, or of what was pasted; `look`: once more, and with a site that was lent for it. `who` is
 * asked, null until that is known: a view that stays open shows the price anew when another view changes it.
 */
export function usePreview(
  { kind, tabId, page, moves }: Surroundings,
  pasted: string | null,
  wants: Wish,
  who: string | null,
) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [last, setLook] = useState(usual);
  useEffect(() => {
    let current = true;
    const how = last.kind !== 'usual' && last.page === page ? last : usual;
    // What is offered is known before anything is shown: nothing moves away from under a finger.
    void Promise.all([askFor(tabId, pasted, wants, how), askForPicture(tabId, pasted, wants)]).then(
      ([preview, hasPicture]) =>
        current && setAnswer({ preview, wants: pasted === null ? wants : null, hasPicture }),
    );
    return () => {
      current = false;
    };
  }, [tabId, page, last, pasted, wants]);
  const look = (origin?: string) =>
    setLook(origin === undefined ? { ...usual } : { kind: 'lent', page, origin });
  // A panel stays open: key, model or selection may be others when the user comes back to it. A popup is always new, and
  // gets the focus just after it has asked.
  const again = () => setLook((before) => back(before, page, answer));
  useLayoutEffect(() => {
    if (kind === 'panel') return onReturn(again);
  }, [kind, page, answer]);
  const known = useRef({ moves, who });
  useEffect(() => {
    const before = known.current;
    known.current = { moves, who };
    if (before.moves !== moves || (before.who ?? who) !== who) again();
  }, [moves, who]);
  const { preview = null, wants: shown = null, hasPicture = false } = answer ?? {};
  return { preview, shown, hasPicture, look };
}

/** How a page is looked at when the user comes back to it; what a site is lent for just now goes on. */
function back(before: Look, page: number, answer: Answer | null): Look {
  if (before.kind === 'usual' || before.page !== page) return { ...usual };
  if (before.kind === 'read') return { ...before };
  const { preview } = answer ?? {};
  return preview?.kind === 'source' ? { kind: 'read', page, found: preview } : before;
}

async function askFor(
  tabId: number,
  pasted: string | null,
  wants: Wish,
  how: Look,
): Promise<Preview> {
  try {
    if (pasted !== null) return await send({ kind: 'preview-pasted', tabId, text: pasted });
    if (wants === 'picture') return await send({ kind: 'preview-picture', tabId });
    if (how.kind === 'read') {
      const { source, shielded } = how.found;
      return await send({ kind: 'preview-source', tabId, source, shielded: shielded !== null });
    }
    const lent = how.kind === 'lent' ? { lent: how.origin } : {};
    return await send({ kind: 'preview', tabId, wants, ...lent });
  } catch {
    return storageFailing;
  }
}

async function askForPicture(tabId: number, pasted: string | null, wants: Wish): Promise<boolean> {
  if (pasted !== null || wants === 'picture') return false;
  return send({ kind: 'has-picture', tabId }).catch(() => false);
}
