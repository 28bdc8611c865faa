import { useState } from 'preact/hooks';
import type { Watch } from '../utils/run-port';
import { Skeleton } from './Skeleton';
import type { Surroundings } from './surroundings';
import { useLater } from './use-later';
import { usePasted } from './use-pasted';
import { useRun } from './use-run';
import './base.css';
import './tokens.css';

/** Where the user is: at this tab, or in the history, where a run may be open. */
type Place =
  | { readonly kind: 'here' }
  | { readonly kind: 'history'; readonly opened: string | null };

const here: Place = { kind: 'here' };
const loadPreview = () => import('./PreviewHere');
const loadRun = () => import('./RunHere');
const loadHistory = () => import('./history/HistoryHere');

/**
 * The popup and the side panel: this tab's live or unread answer, else what could be sent. The views are loaded after
 * the first paint, while the background is being asked.
 */
export function App({ surroundings }: { readonly surroundings: Surroundings }) {
  const [place, setPlace] = useState<Place>(here);
  const [left, setLeft] = useState<string | null>(null);
  const pasting = usePasted(surroundings);
  const { run, ask } = useRun(watchOf(surroundings));
  const PreviewHere = useLater(loadPreview);
  const RunHere = useLater(loadRun);
  const HistoryHere = useLater(loadHistory);

  if (place.kind === 'history') {
    if (!HistoryHere) return <Skeleton />;
    const toTab = () => setPlace(here);
    const open = (opened: string | null) => setPlace({ kind: 'history', opened });
    const asks = { onOpen: open, onBack: toTab, onAgain: toTab };
    return <HistoryHere surroundings={surroundings} opened={place.opened} {...asks} />;
  }
  if (run === undefined || !PreviewHere || !RunHere) return <Skeleton />;
  if (run === null || run.id === left) {
    const openHistory = () => setPlace({ kind: 'history', opened: null });
    const asks = { ask, onHistory: openHistory, ...pasting };
    return <PreviewHere surroundings={surroundings} {...asks} />;
  }
  const leave = (text: string | null) => {
    setLeft(run.id);
    pasting.onPaste(text);
  };
  return (
    <RunHere
      run={run}
      surroundings={surroundings}
      ask={ask}
      onLeave={() => leave(null)}
      onPaste={leave}
      onAgain={() => undefined}
    />
  );
}

/** A panel stays with the tab's last answer; a popup opens anew with what could be sent now. */
function watchOf({ tabId, kind }: Surroundings): Watch {
  return { kind: 'tab', tabId, last: kind === 'panel' };
}
