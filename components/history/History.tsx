import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Head } from '../../utils/core/head';
import type { Query } from '../../utils/core/history';
import { t } from '../../utils/i18n';
import { IconButton } from '../IconButton';
import { IconLink } from '../IconLink';
import { NotRead } from '../NotRead';
import { StorageLost } from '../StorageLost';
import { HistoryFoot } from './HistoryFoot';
import { HistoryList } from './HistoryList';
import { HistorySearch, type Offered } from './HistorySearch';
import { PaneHead } from './PaneHead';
import type { Format } from './save-history';
import { TextSearchLine } from './TextSearchLine';
import type { Deletion } from './use-deleting';
import type { Heads } from './use-heads';
import type { TextSearch } from './use-text-search';
import '../button.css';
import '../view.css';
import './history.css';

export interface HistoryAsks {
  readonly search: (query: Query) => void;
  /** Searches the texts as well. */
  readonly searchTexts: () => void;
  readonly open: (runId: string) => void;
  /** Null where there is nothing to go back to. */
  readonly back: (() => void) | null;
  readonly remove: (runId: string) => void;
  readonly undo: () => void;
  readonly removeAll: () => void;
  readonly removeUnreadable: () => void;
  /** Saves what cannot be read as it is stored. */
  readonly saveUnreadable: () => Promise<void>;
  /** Saves what is found as a file. */
  readonly save: (format: Format) => Promise<void>;
}

export interface HistoryProps {
  readonly heads: Heads;
  readonly found: readonly Head[];
  readonly offered: Offered;
  readonly query: Query;
  /** The query by which `found` was found: a frame behind. */
  readonly searched: Query;
  readonly texts: TextSearch;
  readonly now: number;
  /** The run that is open beside the list. */
  readonly opened: string | null;
  readonly deletion: Deletion;
  /** In a tab of its own already. */
  readonly inTab: boolean;
  readonly asks: HistoryAsks;
}

/** All that was asked before: to be searched, read again, saved or deleted. */
export function History(props: HistoryProps) {
  const { heads, found, offered, query, searched, now, opened, deletion, asks } = props;
  const list = useRef<HTMLDivElement>(null);
  const isEmpty = heads.read === 'all' && heads.heads.length === 0;
  const failed = heads.read === 'failed';
  const home = useRef<HTMLDivElement>(null);
  useHome(home, opened);
  const toList = () => list.current?.querySelector<HTMLElement>('.history-line')?.focus();
  return (
    <div ref={home} class="view history history-pane">
      <HistoryHead inTab={props.inTab} onBack={asks.back} />
      {failed && <NotRead words={t('historyFailed')} />}
      {isEmpty && <Empty now={now} unread={heads.unreadable.length > 0} />}
      {!failed && !isEmpty && (
        <HistorySearch query={query} offered={offered} onSearch={asks.search} onDown={toList}>
          <TextSearchLine search={props.texts} onStart={asks.searchTexts} />
        </HistorySearch>
      )}
      {deletion.kind === 'deleting-all' && (
        <p class="history-note muted" role="status">
          {t('historyDeletingAll')}
        </p>
      )}
      {heads.heads.length > 0 && deletion.kind !== 'deleting-all' && (
        <div key={JSON.stringify(searched)} ref={list} class="scroll history-scroll">
          <HistoryList
            heads={found}
            now={now}
            opened={opened}
            onOpen={asks.open}
            onDelete={asks.remove}
            onUndo={asks.undo}
          />
          {found.length === 0 && <p class="history-note muted">{t('historyNoHits')}</p>}
        </div>
      )}
      <HistoryFoot {...props} />
    </div>
  );
}

interface HeadProps {
  readonly inTab: boolean;
  readonly onBack: (() => void) | null;
}

function HistoryHead({ inTab, onBack }: HeadProps) {
  return (
    <PaneHead>
      {onBack && <IconButton icon="back" label={t('back')} onClick={onBack} />}
      <h1>{t('history')}</h1>
      <IconLink icon="costs" label={t('costs')} href="/ledger.html" look="end" />
      {!inTab && <IconLink icon="tab" label={t('historyInTab')} href="/history.html" />}
    </PaneHead>
  );
}

/** At first the focus is where one types; when a run is closed, at its line again. */
function useHome(home: RefObject<HTMLElement | null>, opened: string | null): void {
  const last = useRef<string | null>(null);
  useLayoutEffect(() => {
    const before = last.current;
    last.current = opened;
    if (opened !== null) return;
    const lines = home.current?.querySelectorAll<HTMLElement>('.history-line') ?? [];
    const line = [...lines].find(({ dataset }) => dataset.id === before);
    const [first] = ['input', 'button'].flatMap(
      (name) => home.current?.querySelector<HTMLElement>(name) ?? [],
    );
    (line ?? first)?.focus();
  }, [home, opened]);
}

interface EmptyProps {
  readonly now: number;
  /** There are answers that cannot be read, which the foot says. */
  readonly unread: boolean;
}

function Empty({ now, unread }: EmptyProps) {
  return (
    <div class="history-note">
      <StorageLost now={now} />
      {!unread && (
        <>
          <p>{t('historyEmpty')}</p>
          <p class="muted">{t('historyEmptyHint')}</p>
        </>
      )}
    </div>
  );
}
