import { useState } from 'preact/hooks';
import type { Estimate } from '../../utils/core/estimate/estimate';
import type { CountCommand, Counted } from '../../utils/messages/money-messages';
import type { Preview } from '../../utils/messages/preview-messages';
import { send } from '../../utils/messages/send';

/** How counting what would be sent stands. */
export interface Count {
  readonly state: 'idle' | 'asking' | Counted;
  readonly ask: () => void;
  /** What was counted; null: nothing yet. */
  readonly estimate: Estimate | null;
}

interface Asked {
  readonly of: Preview;
  readonly key: string;
  readonly state: Count['state'];
}

/**
 * A count holds for what was counted: with another text, action, question, choice or model it is gone. `command`: null where
 * nothing can be counted.
 */
export function useCount(command: CountCommand | null, preview: Preview): Count | null {
  const [asked, setAsked] = useState<Asked | null>(null);
  const key = command && JSON.stringify({ ...command, source: null });
  if (!command || key === null) return null;
  const isSame = (one: Asked | null) => one?.of === preview && one.key === key;
  const settle = (state: Count['state']) =>
    setAsked((now) => (isSame(now) ? { of: preview, key, state } : now));
  const state = (isSame(asked) && asked?.state) || 'idle';
  return {
    state,
    estimate: typeof state === 'object' && state.kind === 'counted' ? state.estimate : null,
    ask() {
      setAsked({ of: preview, key, state: 'asking' });
      send(command).then(
        (counted) => settle(counted ?? 'idle'),
        () => settle({ kind: 'problem', problem: { kind: 'storage-failing' } }),
      );
    },
  };
}
