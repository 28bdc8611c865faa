import { useEffect, useState } from 'preact/hooks';
import { type OwnAction, tellsAddress } from '../../../utils/core/own-action';
import { t } from '../../../utils/i18n';
import { send } from '../../../utils/messages';
import { useStoredActions } from '../../use-stored-actions';
import { paragraphs } from '../../welcome/Sample';
import type { OwnProps } from '../action-part';
import { useOwnActions } from './use-own-actions';

/** The user's own actions and what can be asked about them; null until they are read. */
export function useOwn(allowAddress: () => Promise<boolean>): OwnProps | null {
  const actions = useStoredActions();
  const lastRun = useLastRun();
  const { outcome, save, remove, take, undo } = useOwnActions();
  if (!actions) return null;
  const plan = (action: OwnAction) =>
    send({ kind: 'plan-action', action, runId: lastRun, sample: sampleText() });
  const saveAllowed = (action: OwnAction) => {
    // Asked at once, while the click counts; refused, the action is kept and the address withheld.
    if (tellsAddress(action.prompt)) void allowAddress().catch(() => false);
    save(action);
  };
  return { actions, outcome, asks: { plan, save: saveAllowed, remove, take, undo } };
}

function sampleText() {
  return { title: t('extName'), text: paragraphs.map((key) => t(key)).join('\n\n') };
}

/** The run whose text is at hand to show what would be sent. */
function useLastRun(): string | null {
  const [runId, setRunId] = useState<string | null>(null);
  useEffect(() => {
    const read = async () => {
      const { readHeads } = await import('../../../utils/store/past-runs');
      for await (const { heads } of readHeads()) {
        setRunId(heads[0]?.id ?? null);
        // The first portion has the newest.
        break;
      }
    };
    void read().catch(() => undefined);
  }, []);
  return runId;
}
