import { actionTitle } from '../../utils/action-names';
import type { Head, Mark } from '../../utils/core/runs/head';
import { t } from '../../utils/i18n';
import { Icon } from '../Icon';
import { IconButton } from '../IconButton';
import { actionIcon } from '../run/action-words';
import { costWords, nameOf } from '../run/run-words';
import { timeWords } from './day-words';

interface Props {
  readonly head: Head;
  readonly current: boolean;
  /** Tab stops here; from here the arrows lead on. */
  readonly stop: boolean;
  readonly onFocus: (runId: string) => void;
  readonly onOpen: (runId: string) => void;
  readonly onDelete: (runId: string) => void;
}

/** One run of the list. */
export function HistoryLine({ head, current, stop, onFocus, onOpen, onDelete }: Props) {
  const { id, mark } = head;
  return (
    <li class="history-item">
      <button
        type="button"
        class="history-line"
        data-id={id}
        data-live={mark === 'live' ? '' : undefined}
        tabIndex={stop ? 0 : -1}
        aria-keyshortcuts="Delete"
        onFocusIn={() => onFocus(id)}
        aria-current={current ? 'true' : undefined}
        onClick={() => onOpen(id)}
      >
        <Words head={head} />
      </button>
      {mark !== 'live' && <DeleteButton onClick={() => onDelete(id)} />}
    </li>
  );
}

function Words({ head }: { readonly head: Head }) {
  const { mark, seen, action, site, opening, cost, createdAt } = head;
  const words = [actionTitle(action), timeWords(createdAt)];
  const state = stateWords(mark);
  const isNews = !seen && (mark === 'ended' || mark === 'problem');
  return (
    <>
      <Icon name={actionIcon(action)} />
      <span class="history-title" dir="auto" title={nameOf(head)}>
        {nameOf(head)}
      </span>
      <span class="history-cost tabular">{cost && costWords(cost)}</span>
      {opening && (
        <span class="history-opening" dir="auto">
          {opening}
        </span>
      )}
      <span class="history-when">
        <span class="history-words">
          {isNews && <span class="history-mark history-unread">{t('unread')}</span>}
          {state && <span class="history-mark">{state}</span>}
          {words.join(' · ')}
          {site && ' ·'}
        </span>
        {/* An address is written from left to right in every language, and cut at its end. */}
        {site && (
          <span class="history-site" dir="ltr">
            {site}
          </span>
        )}
      </span>
    </>
  );
}

/** Not a stop of Tab: from a line, the key does the same. */
function DeleteButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <IconButton
      icon="delete"
      label={t('historyDelete')}
      onClick={onClick}
      look="history-delete"
      tabIndex={-1}
    />
  );
}

/** What is to be known of it before it is opened. */
function stateWords(mark: Mark): string | null {
  switch (mark) {
    case 'live':
      return t('historyLive');
    case 'waiting':
      return t('historyWaiting');
    case 'problem':
      return t('historyProblem');
    case 'ended':
    case 'unlisted':
    case 'unreadable':
      return null;
  }
}
