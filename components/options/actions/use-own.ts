import type { OwnAction } from '../../../utils/core/actions/own-action';
import { tellsAddress } from '../../../utils/core/actions/template';
import { t } from '../../../utils/i18n';
import { send } from '../../../utils/messages/send';
import { useStoredActions } from '../../use-stored-actions';
import { paragraphs } from '../../welcome/Sample';
import type { OwnProps } from '../action-part';
import { useOwnActions } from './use-own-actions';

/** The user's own actions and what can be asked about them; null until they are read. */
export function useOwn(allowAddress: () => Promise<boolean>): OwnProps | null {
  const actions = useStoredActions();
  const { outcome, save, remove, take, undo } = useOwnActions();
  if (!actions) return null;
  const plan = async (action: OwnAction) => {
    const runId = await lastRun().catch(() => null);
    return send({ kind: 'plan-action', action, runId, sample: sampleText() });
  };
  const saveAllowed = (action: OwnAction) => {
    // Asked at once, while the click counts; refused, the action is kept and the address withheld.
    if (tellsAddress(action.prompt)) void allowAddress().catch(() => false);
    return save(action);
  };
  return { actions, outcome, asks: { plan, save: saveAllowed, remove, take, undo } };
}

function sampleText() {
  return { title: t('extName'), text: paragraphs.map((key) => t(key)).join('\n\n') };
}

/** The run whose text is at hand to show what would be sent: the newest, also where the page has long been open. */
async function lastRun(): Promise<string | null> {
  const { readHeads } = await import('../../../utils/store/past-runs');
  // The first portion has the newest.
  for await (const { heads } of readHeads()) return heads[0]?.id ?? null;
  return null;
}
