import { useEffect, useState } from 'preact/hooks';
import type { Picked } from '../utils/core/compare';
import { choosePages } from '../utils/core/pdf/limits';
import { siteOf } from '../utils/core/shield-source';
import type { Source } from '../utils/core/source';
import { type Command, type Preview, send } from '../utils/messages';

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

interface Amendment {
  /** What was captured. */
  readonly of: Source;
  readonly source: Source;
  readonly shielded: boolean;
  readonly picked?: Picked | undefined;
}

/** What was found in a tab, as the user has amended it; another text there is another matter. */
export function useAmended(
  found: Preview | null,
  tabId: number,
  ask: (command: Command) => Promise<unknown>,
): { readonly preview: Preview | null; readonly amend: Amend } {
  const [amendment, setAmendment] = useState<Amendment | null>(null);
  const captured = found?.kind === 'source' ? found.source : null;
  const wanted = amendment && captured && isSame(amendment.of, captured) ? amendment : null;
  const preview = useLookAgain(wanted, found, tabId) ?? found;
  const now = preview?.kind === 'source' ? preview : null;
  const change = (to: Partial<Amendment>) =>
    captured &&
    now &&
    setAmendment({
      of: captured,
      source: now.source,
      shielded: now.shielded !== null,
      picked: now.picked,
      ...to,
    });
  const isEdited = captured !== null && now !== null && now.source.text !== captured.text;
  return {
    preview,
    amend: {
      edit: (text) => now && change({ source: { ...now.source, text, place: undefined } }),
      again: () => void change({}),
      pick: (picked) => change({ picked }),
      take: (source) => change({ source }),
      pages: (from, to) => now && change({ source: choosePages(now.source, from, to) }),
      undo: isEdited ? () => change({ source: captured }) : null,
      shield(up) {
        change({ shielded: up });
        const site = now ? siteOf(now.source) : '';
        if (site !== '') void ask({ kind: 'shield-site', tabId, site, up });
      },
    },
  };
}

/** Asks what would be sent then; until that is answered the last answer on the same text stays. */
function useLookAgain(
  wanted: Amendment | null,
  found: Preview | null,
  tabId: number,
): Preview | null {
  const [answer, setAnswer] = useState<{ of: Source; preview: Preview } | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    const { of, source, shielded, picked } = wanted;
    send({ kind: 'preview-source', tabId, source, shielded, picked }).then(
      (preview) => current && setAnswer({ of, preview }),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [wanted, found, tabId]);
  return wanted && answer && isSame(answer.of, wanted.of) ? answer.preview : null;
}

function isSame(one: Source, other: Source): boolean {
  const sameFile = one.media?.file === other.media?.file;
  return one.address === other.address && one.text === other.text && sameFile;
}
