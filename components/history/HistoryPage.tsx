import { useEffect, useState } from 'preact/hooks';
import type { Surroundings } from '../surroundings';
import HistoryHere from './HistoryHere';

/** The history in a tab of its own. Its address names the run that is open, so that Back, reload and bookmarks work. */
export function HistoryPage({ surroundings }: { readonly surroundings: Surroundings }) {
  const [opened, setOpened] = useState(runInAddress);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener('hashchange', () => setOpened(runInAddress()), { signal });
    return () => listening.abort();
  }, []);
  return (
    <HistoryHere
      surroundings={surroundings}
      opened={opened}
      onOpen={(runId) => {
        location.hash = runId ?? '';
      }}
      onBack={null}
      onAgain={null}
    />
  );
}

function runInAddress(): string | null {
  return decodeURIComponent(location.hash.slice(1)) || null;
}
