import { useState } from 'preact/hooks';
import type { Watch } from '../utils/messages';
import { Skeleton } from './Skeleton';
import type { Surroundings } from './surroundings';
import { useLater } from './use-later';
import { usePasted } from './use-pasted';
import { useRun } from './use-run';
import './base.css';
import './tokens.css';

/** Where the user is: at this tab, in the list of answers, or at one of them. */
type Place =
  | { readonly kind: 'here' }
  | { readonly kind: 'history' }
  | { readonly kind: 'past'; readonly runId: string };

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
  const { run, ask } = useRun(watchOf(place, surroundings));
  const PreviewHere = useLater(loadPreview);
  const RunHere = useLater(loadRun);
  const HistoryHere = useLater(loadHistory);

  if (place.kind === 'history') {
    if (!HistoryHere) return <Skeleton />;
    const open = (runId: string) => setPlace({ kind: 'past', runId });
    return <HistoryHere onOpen={open} onBack={() => setPlace(here)} />;
  }
  if (run === undefined || !PreviewHere || !RunHere) return <Skeleton />;
  if (run === null || (place.kind === 'here' && run.id === left)) {
    const openHistory = () => setPlace({ kind: 'history' });
    const asks = { ask, onHistory: openHistory, ...pasting };
    return <PreviewHere surroundings={surroundings} {...asks} />;
  }
  const leave = (text: string | null) => {
    setLeft(run.id);
    pasting.onPaste(text);
    setPlace(here);
  };
  return (
    <RunHere
      run={run}
      surroundings={surroundings}
      ask={ask}
      onLeave={() => leave(null)}
      onPaste={leave}
      onAgain={() => setPlace(here)}
    />
  );
}

/** A panel stays with the tab's last answer; a popup opens anew with what could be sent now. */
function watchOf(place: Place, { tabId, kind }: Surroundings): Watch {
  if (place.kind === 'past') return { kind: 'run', runId: place.runId };
  return { kind: 'tab', tabId, last: kind === 'panel' };
}
