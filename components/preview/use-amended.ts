import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Picked } from '../../utils/core/estimate/compare';
import { withChosenPages } from '../../utils/core/pdf/limits';
import { isSameText, siteOf } from '../../utils/core/source/site';
import type { Source } from '../../utils/core/source/source';
import type { Command } from '../../utils/messages/messages';
import type { Preview } from '../../utils/messages/preview-messages';
import { send } from '../../utils/messages/send';
import type { Amendment } from './amendment';
import { useBegun } from './begun';
import { storageFailing } from './use-preview';

/** What the user can do about what would be sent. */
export interface Amend {
  readonly edit: (text: string) => void;
  readonly shield: (up: boolean) => void;
  /** Asks once more what the same would take: a choice has changed. */
  readonly again: () => void;
  /** Asks this model, for this once. */
  readonly pick: (picked: Picked) => void;
  /** Sends this instead: a part of what was captured, or what is selected in it. */
  readonly take: (source: Source) => void;
  /** Of a PDF: from 1, both included. */
  readonly pages: (from: number, to: number) => void;
  /** Back to the text as it was captured; null while it is that. */
  readonly undo: (() => void) | null;
}

/** What a start is about and where it goes, where the user wants it otherwise than is shown yet. */
type Unshown = Pick<Extract<Command, { kind: 'start' }>, 'source' | 'shielded'> & Partial<Picked>;

/**
 * What was found in a tab, as the user has amended it; another text there is another matter. `unshown`: the last amendment
 * while nobody has told what that takes; null: it is what is shown.
 */
export function useAmended(
  found: Preview | null,
  tabId: number,
  ask: (command: Command) => Promise<unknown>,
): {
  readonly preview: Preview | null;
  readonly amend: Amend;
  readonly unshown: Unshown | null;
} {
  const [amendment, setAmendment] = useBegun('amendment');
  const [before] = useState(amendment);
  const captured = found?.kind === 'source' ? found.source : null;
  const wanted = useMemo(
    () => wantedOf(amendment, found, amendment === before),
    [amendment, before, found],
  );
  const answer = useLookAgain(wanted, found, tabId);
  const preview = useShown(answer, found);
  const isShown = wanted === null || answer?.to === wanted;
  const last = isShown ? amendmentOf(captured, preview) : wanted;
  const change = (to: Partial<Amendment>) => last && setAmendment({ ...last, ...to });
  const isEdited = captured !== null && last !== null && last.source.text !== captured.text;
  return {
    preview,
    unshown: isShown ? null : unshownOf(wanted),
    amend: {
      edit: (text) => last && change({ source: { ...last.source, text, place: undefined } }),
      again: () => void change({}),
      pick: (picked) => change({ picked }),
      take: (source) => change({ source }),
      pages: (from, to) => last && change({ source: withChosenPages(last.source, from, to) }),
      undo: isEdited ? () => change({ source: captured }) : null,
      shield(up) {
        change({ shielded: up });
        const site = last ? siteOf(last.source) : '';
        if (site !== '') void ask({ kind: 'shield-site', tabId, site, up });
      },
    },
  };
}

/**
 * What is wanted of what was found. Where the user has come back to it, the shield may have been put up meanwhile, elsewhere:
 * then it is.
 */
function wantedOf(to: Amendment | null, found: Preview | null, isOfBefore: boolean) {
  if (!to || found?.kind !== 'source' || !isSameText(to.of, found.source)) return null;
  return isOfBefore && found.shielded ? { ...to, shielded: true } : to;
}

/** One object as long as it says the same: what was counted is of just that. */
function useShown(answer: Answer | null, found: Preview | null): Preview | null {
  return useMemo(() => (answer ? withWish(answer.preview, found) : found), [answer, found]);
}

/** What was offered first still is: of a wish that opened the view only its first look was told. */
function withWish(shown: Preview, found: Preview | null): Preview {
  if (shown.kind !== 'source' || found?.kind !== 'source') return shown;
  return { ...shown, wanted: found.wanted ?? shown.wanted };
}

/** What is shown of what was captured, as an amendment of it. */
function amendmentOf(of: Source | null, shown: Preview | null): Amendment | null {
  if (!of || shown?.kind !== 'source') return null;
  return { of, source: shown.source, shielded: shown.shielded !== null, picked: shown.picked };
}

function unshownOf({ source, shielded, picked }: Amendment): Unshown {
  return { source, shielded, ...picked };
}

interface Answer {
  readonly to: Amendment;
  readonly preview: Preview;
}

/** Asks what would be sent then; until that is answered the last answer on the same text stays. */
function useLookAgain(
  wanted: Amendment | null,
  found: Preview | null,
  tabId: number,
): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    const { source, shielded, picked } = wanted;
    send({ kind: 'preview-source', tabId, source, shielded, picked }).then(
      (preview) => current && setAnswer({ to: wanted, preview }),
      () => current && setAnswer({ to: wanted, preview: storageFailing }),
    );
    return () => {
      current = false;
    };
  }, [wanted, found, tabId]);
  return wanted && answer && isSameText(answer.to.of, wanted.of) ? answer : null;
}
