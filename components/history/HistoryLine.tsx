import type { Head } from '../../utils/core/head';
import { t } from '../../utils/i18n';
import { actionIcon, actionTitle } from '../action-words';
import { Icon } from '../Icon';
import { costWords, nameOf } from '../run-words';
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
  const { id, mark, action, site, opening, cost, createdAt } = head;
  const words = [actionTitle(action), site, timeWords(createdAt)].filter((word) => word !== '');
  const state = stateWords(head);
  return (
    <li class="history-item">
      <button
        type="button"
        class="history-line"
        data-id={id}
        data-live={mark === 'live' ? '' : undefined}
        tabIndex={stop ? 0 : -1}
        aria-keyshortcuts="Delete"
        onFocus={() => onFocus(id)}
        aria-current={current ? 'true' : undefined}
        onClick={() => onOpen(id)}
      >
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
          {state && <span class={`history-mark ${mark}`}>{state}</span>}
          {words.join(' · ')}
        </span>
      </button>
      {mark !== 'live' && (
        <button
          type="button"
          class="button quiet history-delete"
          tabIndex={-1}
          aria-label={t('historyDelete')}
          title={t('historyDelete')}
          onClick={() => onDelete(id)}
        >
          <Icon name="delete" />
        </button>
      )}
    </li>
  );
}

/** What is to be known of it before it is opened. */
function stateWords({ mark, seen }: Head): string | null {
  switch (mark) {
    case 'live':
      return t('historyLive');
    case 'waiting':
      return t('historyWaiting');
    case 'problem':
      return t('historyProblem');
    default:
      return seen ? null : t('unread');
  }
}
