import { useMemo } from 'preact/hooks';
import { actionTitle } from '../../utils/action-names';
import { fold } from '../../utils/core/fold';
import type { Head } from '../../utils/core/runs/head';
import { actionsOf, findHeads, sitesOf } from '../../utils/core/runs/history';
import { t } from '../../utils/i18n';
import { useBegun } from '../preview/begun';
import { Skeleton } from '../Skeleton';
import type { Surroundings } from '../surroundings';
import { History } from './History';
import type { HistoryAsks } from './history-props';
import { PastRun } from './PastRun';
import { saveDamaged, saveHistory } from './save-history';
import { useDeleting } from './use-deleting';
import { useFramed } from './use-framed';
import { useHeads } from './use-heads';
import { useTextSearch } from './use-text-search';
import './panes.css';

interface Props {
  readonly surroundings: Surroundings;
  /** The run that is open; null: none, the list alone. */
  readonly opened: string | null;
  readonly onOpen: (runId: string | null) => void;
  /** Null where there is nothing to go back to. */
  readonly onBack: (() => void) | null;
  /** A new run of this tab was asked for; null: it is shown here. */
  readonly onAgain: (() => void) | null;
}

/** Sites that are offered to choose from; all others are found by typing. */
const sitesOffered = 50;

/** All runs of before, beside the one that is open where there is room. */
export default function HistoryHere({ surroundings, opened, onOpen, onBack, onAgain }: Props) {
  const { list, query, searched, found, texts, offered, setQuery, now } = useFound();
  const deleting = useDeleting(list);
  const close = () => onOpen(null);
  const closeAndDelete = after(close, deleting.deleteOne);
  const asks: HistoryAsks = {
    search: setQuery,
    open: onOpen,
    back: onBack,
    remove: (runId) => (runId === opened ? closeAndDelete : deleting.deleteOne)(runId),
    undo: deleting.undo,
    removeAll: after(close, deleting.deleteAll),
    removeUnreadable: () => deleting.deleteUnreadable(list.unreadable),
    saveUnreadable: () => saveDamaged(Date.now()),
    searchTexts: texts.start,
    save: (format) => saveHistory(found, format, Date.now()),
  };
  if (list.read === 'none') return <Skeleton />;
  const shown = { heads: list, found, texts: texts.search, offered, query, searched, now };
  const back = { onBack: close, onLeave: onBack ?? close, onDelete: closeAndDelete, onAgain };
  return (
    <div class="history-panes" data-open={opened !== null}>
      <History
        {...shown}
        opened={opened}
        deletion={deleting.deletion}
        inTab={onBack === null}
        asks={asks}
      />
      {opened === null ? (
        <p class="history-pane history-none muted">{t('historyPick')}</p>
      ) : (
        <PastRun key={opened} runId={opened} surroundings={surroundings} {...back} />
      )}
    </div>
  );
}

function after<A extends readonly unknown[]>(first: () => void, then: (...args: A) => void) {
  return (...args: A) => {
    first();
    then(...args);
  };
}

/** What is listed, and of it what the query finds. */
function useFound() {
  const [query, setQuery] = useBegun('query');
  const searched = useFramed(query);
  const list = useHeads();
  const { heads } = list;
  // Read anew, a list is of now.
  const now = useMemo(() => Date.now(), [heads]);
  const around = { now, named };
  const texts = useTextSearch(heads, searched, around);
  const { inTexts } = texts;
  const found = useMemo(() => {
    const ids = new Set(findHeads(heads, searched, around).map(({ id }) => id));
    return heads.filter(({ id }) => ids.has(id) || inTexts.has(id));
  }, [heads, searched, inTexts, now]);
  const offered = useMemo(
    () => ({ actions: actionsOf(heads), sites: sitesOf(heads, sitesOffered) }),
    [heads],
  );
  return { list, query, searched, found, texts, offered, setQuery, now };
}

function named(action: Head['action']): string {
  return fold(actionTitle(action));
}
