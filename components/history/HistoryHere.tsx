import { useEffect, useState } from 'preact/hooks';
import type { Head } from '../../utils/core/head';
import { Skeleton } from '../Skeleton';
import { useNow } from '../use-now';
import { History } from './History';

interface Props {
  readonly onOpen: (runId: string) => void;
  readonly onBack: () => void;
}

/** Reads the last answers from the journal and lists them. */
export default function HistoryHere(props: Props) {
  const now = useNow(false);
  const [runs, setRuns] = useState<readonly Head[] | null | undefined>();

  useEffect(() => {
    import('../../utils/store/past-runs')
      .then(({ readHeads }) => readHeads().next())
      .then(
        ({ value }) => setRuns(value?.heads ?? []),
        () => setRuns(null),
      );
  }, []);

  return runs === undefined ? <Skeleton /> : <History {...props} runs={runs} now={now} />;
}
