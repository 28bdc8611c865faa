import { useEffect, useState } from 'preact/hooks';
import type { Wanted } from '../../utils/core/source/source';
import type { Preview as PreviewData } from '../../utils/messages/preview-messages';
import { send } from '../../utils/messages/send';
import type { Surroundings } from '../surroundings';
import { onReturn } from '../use-reread';

/** Storage alone can fail a question to the background. */
export const storageFailing: PreviewData = {
  kind: 'problem',
  problem: { kind: 'storage-failing' },
};

export type Wish = Wanted | 'picture';

/** A new one for each look. */
interface Looks {
  readonly lent?: string | undefined;
}

interface Answer {
  readonly preview: PreviewData;
  /** Null: of a pasted text. */
  readonly wants: Wish | null;
  readonly hasPicture: boolean;
}

/** What could be sent of a tab, or of what was pasted; `look`: once more, and with a site that was lent for it. */
export function usePreview(
  { kind, tabId, page }: Surroundings,
  pasted: string | null,
  wants: Wish,
) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [looks, setLooks] = useState<Looks>({});
  useEffect(() => {
    let current = true;
    // What is offered is known before anything is shown: nothing moves away from under a finger.
    void Promise.all([
      askFor(tabId, pasted, wants, looks),
      askForPicture(tabId, pasted, wants),
    ]).then(
      ([preview, hasPicture]) =>
        current && setAnswer({ preview, wants: pasted === null ? wants : null, hasPicture }),
    );
    return () => {
      current = false;
    };
  }, [tabId, page, looks, pasted, wants]);
  const look = (lent?: string) => setLooks({ lent });
  // A panel stays open: key, model or selection may be others when the user comes back to it. A popup is always new, and
  // gets the focus just after it has asked.
  useEffect(() => (kind === 'panel' ? onReturn(() => look()) : undefined), [kind]);
  const { preview = null, wants: shown = null, hasPicture = false } = answer ?? {};
  return { preview, shown, hasPicture, look };
}

async function askFor(
  tabId: number,
  pasted: string | null,
  wants: Wish,
  looks: Looks,
): Promise<PreviewData> {
  try {
    if (pasted !== null) return await send({ kind: 'preview-pasted', tabId, text: pasted });
    if (wants === 'picture') return await send({ kind: 'preview-picture', tabId });
    return await send({ kind: 'preview', tabId, wants, ...looks });
  } catch {
    return storageFailing;
  }
}

async function askForPicture(tabId: number, pasted: string | null, wants: Wish): Promise<boolean> {
  if (pasted !== null || wants === 'picture') return false;
  return send({ kind: 'has-picture', tabId }).catch(() => false);
}
