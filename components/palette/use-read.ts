import { useMemo } from 'preact/hooks';
import type { Action } from '../../utils/core/actions/action';
import { offered } from '../../utils/core/actions/offered';
import { asRead } from '../../utils/core/actions/reads';
import type { ReadyPreview } from '../../utils/messages/preview-messages';
import type { Choice } from './choices';
import { useBox } from './use-box';

/** What can be done with what was found, and that as far as the action that is chosen reads it. */
export function useRead(
  found: ReadyPreview,
  actions: readonly Action[],
  readQuestions: () => Promise<readonly string[]>,
) {
  const offers = useMemo(() => offered(actions, found.source), [actions, found.source]);
  const box = useBox(offers, readQuestions, found.wanted);
  return { offers, box, preview: readBy(box.chosen, found) };
}

function readBy(chosen: Choice | null, found: ReadyPreview): ReadyPreview {
  const { shielded } = found;
  const source = asRead(chosen?.action ?? { input: 'either' }, found.source);
  if (source.around !== undefined) return found;
  return { ...found, source, shielded: shielded && { ...shielded, around: undefined } };
}
