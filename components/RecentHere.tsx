import { useEffect, useState } from 'preact/hooks';
import type { Run } from '../utils/core/run';
import { Recent } from './Recent';
import { Skeleton } from './Skeleton';
import { useNow } from './use-now';

/** How many answers are listed. */
const listed = 20;

interface Props {
  readonly onOpen: (runId: string) => void;
  readonly onBack: () => void;
}

/** Reads the last answers from the journal and lists them. */
export default function RecentHere(props: Props) {
  const now = useNow(false);
  const [runs, setRuns] = useState<readonly Run[] | null | undefined>();

  useEffect(() => {
    import('../utils/store/recent')
      .then(({ recentRuns }) => recentRuns(listed))
      .then(setRuns, () => setRuns(null));
  }, []);

  return runs === undefined ? <Skeleton /> : <Recent {...props} runs={runs} now={now} />;
}
