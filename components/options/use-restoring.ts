import { useState } from 'preact/hooks';
import type { Restored } from '../../utils/core/backup';
import { send } from '../../utils/messages/send';

interface Restoring {
  /** How the last one went; null before any, and while it is under way. */
  readonly restored: Restored | null;
  /** `text`: of the file; null: it is too large to be one of ours. */
  readonly restore: (text: Promise<string> | null) => void;
}

/** `then`: what is to be done after settings were replaced. */
export function useRestoring(then: () => Promise<void>): Restoring {
  const [restored, setRestored] = useState<Restored | null>(null);
  const restore = async (text: Promise<string> | null) => {
    setRestored(null);
    const outcome = await outcomeOf(text);
    if (outcome.ok) await then();
    setRestored(outcome);
  };
  return { restored, restore: (text) => void restore(text) };
}

async function outcomeOf(file: Promise<string> | null): Promise<Restored> {
  if (file === null) return { ok: false, fault: { kind: 'too-large' } };
  const text = await file.catch(() => null);
  if (text === null) return { ok: false, fault: { kind: 'not-a-backup' } };
  return send({ kind: 'restore', text }).catch(
    (): Restored => ({ ok: false, fault: { kind: 'not-stored' } }),
  );
}
