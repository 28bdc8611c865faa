import { useEffect, useState } from 'preact/hooks';
import type { Run } from '../../utils/core/run';
import { Skeleton } from '../Skeleton';
import { useNow } from '../use-now';
import { History } from './History';

/** How many answers are listed. */
const listed = 20;

interface Props {
  readonly onOpen: (runId: string) => void;
  readonly onBack: () => void;
}

/** Reads the last answers from the journal and lists them. */
export default function HistoryHere(props: Props) {
  const now = useNow(false);
  const [runs, setRuns] = useState<readonly Run[] | null | undefined>();

  useEffect(() => {
    import('../../utils/store/past-runs')
      .then(({ pastRuns }) => pastRuns(listed))
      .then(setRuns, () => setRuns(null));
  }, []);

  return runs === undefined ? <Skeleton /> : <History {...props} runs={runs} now={now} />;
}
