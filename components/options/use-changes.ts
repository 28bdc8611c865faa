import { useEffect, useState } from 'preact/hooks';
import { send } from '../../utils/messages/send';
import type { Settings } from '../../utils/store/settings';

/** ms for which the page says that a change is kept. */
const said = 3000;

/** Has settings changed. */
export type Change = (change: Partial<Settings>) => void;

interface Changes {
  /** With what is being saved. */
  readonly shown: Settings | null;
  readonly saving: Saving;
  /** Whether it was kept. */
  readonly change: (change: Partial<Settings>) => Promise<boolean>;
}

/** Changes show at once; one that is not kept is taken back. `save` answers whether it was kept. */
export function useChanges(
  stored: Settings | null,
  save: (change: Partial<Settings>) => Promise<boolean>,
): Changes {
  const [pending, setPending] = useState<Partial<Settings>>({});
  const [saving, setSaving] = useState<{ readonly kind: Saving }>({ kind: 'nothing' });

  useEffect(() => setPending({}), [stored]);
  useEffect(() => {
    if (saving.kind !== 'saved') return;
    const timer = setTimeout(() => setSaving({ kind: 'nothing' }), said);
    return () => clearTimeout(timer);
  }, [saving]);

  async function change(changed: Partial<Settings>): Promise<boolean> {
    setPending((before) => ({ ...before, ...changed }));
    const kept = await save(changed);
    if (!kept) setPending({});
    setSaving({ kind: kept ? 'saved' : 'failed' });
    return kept;
  }
  return { shown: stored && { ...stored, ...pending }, saving: saving.kind, change };
}

/** Whether the last change was kept. */
export type Saving = 'nothing' | 'saved' | 'failed';

/** Has a change stored; answers whether it was. */
export async function keepSettings(change: Partial<Settings>): Promise<boolean> {
  const answer = await send({ kind: 'change-settings', change }).catch(() => undefined);
  // Nobody answers a command that is none.
  return answer === null;
}
