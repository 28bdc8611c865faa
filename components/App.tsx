import { useEffect, useRef, useState } from 'preact/hooks';
import type { Run } from '../utils/core/runs/run';
import type { Watch } from '../utils/messages/run-port';
import { BegunHere, type Place, useBegun, useForgetting } from './preview/begun';
import { usePasted } from './preview/use-pasted';
import { useRun } from './run/use-run';
import { Skeleton } from './Skeleton';
import type { Surroundings } from './surroundings';
import { useLater } from './use-later';
import './base.css';
import './tokens.css';

const here: Place = { kind: 'here' };
const loadPreview = () => import('./preview/PreviewHere');
const loadRun = () => import('./run/RunHere');
const loadHistory = () => import('./history/HistoryHere');

interface Props {
  readonly surroundings: Surroundings;
}

/**
 * The popup and the side panel: this tab's live or unread answer, else what could be sent. The views are loaded after
 * the first paint, while the background is being asked.
 */
export function App({ surroundings }: Props) {
  return (
    <BegunHere.Provider value={surroundings.begun}>
      <Shown surroundings={surroundings} />
    </BegunHere.Provider>
  );
}

function Shown({ surroundings }: Props) {
  const [left, setLeft] = useState<string | null>(null);
  const pasting = usePasted(surroundings);
  const { run, ask } = useRun(watchOf(surroundings));
  const { place, toTab, toHistory } = usePlace(run);
  const PreviewHere = useLater(loadPreview);
  const RunHere = useLater(loadRun);
  const HistoryHere = useLater(loadHistory);

  if (place.kind === 'history') {
    if (!HistoryHere) return <Skeleton />;
    const asks = { onOpen: toHistory, onBack: toTab, onAgain: toTab };
    return <HistoryHere surroundings={surroundings} opened={place.opened} {...asks} />;
  }
  if (run === undefined || !PreviewHere || !RunHere) return <Skeleton />;
  if (run === null || run.id === left) {
    const asks = { ask, onHistory: () => toHistory(null), ...pasting };
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

/** Where the user is. What begins in the tab is shown wherever that was. */
function usePlace(run: Run | null | undefined) {
  const [place, setPlace] = useBegun('place');
  const forget = useForgetting();
  const known = useRef<string | null | undefined>(undefined);
  const toTab = () => {
    setPlace(here);
    forget('query');
  };
  const runId = run === undefined ? undefined : (run?.id ?? null);
  useEffect(() => {
    const opened = place.kind === 'history' ? place.opened : null;
    if (known.current !== undefined && runId && runId !== opened) toTab();
    known.current = runId;
  }, [runId]);
  const toHistory = (opened: string | null) => setPlace({ kind: 'history', opened });
  return { place, toTab, toHistory };
}

/** A panel stays with the tab's last answer; a popup opens anew with what could be sent now. */
function watchOf({ tabId, kind }: Surroundings): Watch {
  return { kind: 'tab', tabId, last: kind === 'panel' };
}
