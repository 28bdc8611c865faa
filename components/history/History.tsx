import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { IconButton } from '../IconButton';
import { IconLink } from '../IconLink';
import { NotRead } from '../preview/NotRead';
import { StorageLost } from '../StorageLost';
import { HistoryFoot } from './HistoryFoot';
import { HistoryList } from './HistoryList';
import { HistorySearch } from './HistorySearch';
import type { HistoryProps } from './history-props';
import { PaneHead } from './PaneHead';
import { TextSearchLine } from './TextSearchLine';
import { useLineBack } from './use-line-back';
import { lineOf } from './use-list-keys';
import '../button.css';
import '../view.css';
import './history.css';

/** All that was asked before: to be searched, read again, saved or deleted. */
export function History(props: HistoryProps) {
  const { heads, found, offered, query, searched, now, opened, deletion, asks } = props;
  const list = useRef<HTMLDivElement>(null);
  const isEmpty = heads.read === 'all' && heads.heads.length === 0;
  const failed = heads.read === 'failed';
  const home = useHome(opened);
  const undo = useLineBack(home, deletion, searched, asks.undo);
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
            onUndo={undo}
          />
          {found.length === 0 && <p class="history-note muted">{t('historyNoHits')}</p>}
        </div>
      )}
      <HistoryFoot {...props} asks={{ ...asks, undo }} />
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
function useHome(opened: string | null): RefObject<HTMLDivElement | null> {
  const home = useRef<HTMLDivElement>(null);
  const last = useRef<string | null>(null);
  useLayoutEffect(() => {
    const before = last.current;
    last.current = opened;
    if (opened !== null) return;
    const [first] = ['input', 'button'].flatMap(
      (name) => home.current?.querySelector<HTMLElement>(name) ?? [],
    );
    (lineOf(home, before) ?? first)?.focus();
  }, [opened]);
  return home;
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
