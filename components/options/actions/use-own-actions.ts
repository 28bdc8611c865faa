import { useState } from 'preact/hooks';
import type { OwnAction } from '../../../utils/core/actions/own-action';
import type { ImportFault } from '../../../utils/core/actions/own-file';
import type { Imported, SavedActions } from '../../../utils/messages/action-messages';
import { send } from '../../../utils/messages/send';

/** How the last change of the list went. */
export type Outcome =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'deleted'; readonly action: OwnAction }
  | {
      readonly kind: 'imported';
      readonly added: readonly string[];
      readonly replaced: readonly OwnAction[];
    }
  | { readonly kind: 'failed'; readonly importing: boolean; readonly fault: ImportFault };

export interface OwnChanges {
  readonly outcome: Outcome;
  /** Whether it was stored. */
  readonly save: (action: OwnAction) => Promise<boolean>;
  readonly remove: (action: OwnAction) => void;
  /** `text`: of a file, or pasted; null: it is too large to be read. */
  readonly take: (text: Promise<string> | null) => void;
  readonly undo: () => void;
}

const nothing: Outcome = { kind: 'nothing' };
const notStored = { ok: false, fault: { kind: 'not-stored' } } as const;

/** Changes of the user's own actions, and the way back from the last one. */
export function useOwnActions(): OwnChanges {
  const [outcome, setOutcome] = useState<Outcome>(nothing);
  const save = async (actions: readonly OwnAction[]) => {
    const saved = await kept(actions);
    setOutcome(afterSaving(saved));
    return saved.ok;
  };
  const remove = async (action: OwnAction) =>
    setOutcome(
      (await forgotten([action.id]))
        ? { kind: 'deleted', action }
        : { kind: 'failed', importing: false, fault: { kind: 'not-stored' } },
    );
  const take = async (text: Promise<string> | null) => {
    setOutcome(nothing);
    setOutcome(afterImport(await imported(text)));
  };
  const undo = async () => {
    if (outcome.kind === 'deleted') await save([outcome.action]);
    if (outcome.kind !== 'imported') return;
    await forgotten(outcome.added);
    await save(outcome.replaced);
  };
  return {
    outcome,
    save: (action) => save([action]),
    remove: (action) => void remove(action),
    take: (text) => void take(text),
    undo: () => void undo(),
  };
}

async function kept(actions: readonly OwnAction[]): Promise<SavedActions> {
  return send({ kind: 'save-actions', actions }).catch(() => notStored);
}

async function forgotten(ids: readonly string[]): Promise<boolean> {
  const answer = await send({ kind: 'delete-actions', ids }).catch(() => undefined);
  return answer === null;
}

async function imported(file: Promise<string> | null): Promise<Imported> {
  if (file === null) return { ok: false, fault: { kind: 'too-large' } };
  const text = await file.catch(() => null);
  if (text === null) return { ok: false, fault: { kind: 'not-actions' } };
  return send({ kind: 'import-actions', text }).catch(() => notStored);
}

function afterSaving(saved: SavedActions): Outcome {
  return saved.ok ? nothing : { kind: 'failed', importing: false, fault: saved.fault };
}

function afterImport(found: Imported): Outcome {
  return found.ok
    ? { kind: 'imported', added: found.added, replaced: found.replaced }
    : { kind: 'failed', importing: true, fault: found.fault };
}
