import { useEffect, useRef } from 'preact/hooks';
import { ago } from '../../utils/core/format';
import type { Head } from '../../utils/core/head';
import { locale, t } from '../../utils/i18n';
import { actionIcon, actionTitle } from '../action-words';
import { Icon } from '../Icon';
import { costWords, nameOf } from '../run-words';
import '../button.css';
import './history.css';
import '../view.css';

interface Props {
  /** Newest first; null when they could not be read. */
  readonly runs: readonly Head[] | null;
  readonly now: number;
  readonly onOpen: (runId: string) => void;
  readonly onBack: () => void;
}

/** The last answers, to be read again. */
export function History({ runs, now, onOpen, onBack }: Props) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <div class="view history">
      <header class="bar history-head">
        <button
          ref={back}
          type="button"
          class="button quiet"
          aria-label={t('back')}
          title={t('back')}
          onClick={onBack}
        >
          <Icon name="back" />
        </button>
        <h1>{t('history')}</h1>
      </header>
      {runs === null && <p class="history-note muted">{t('historyFailed')}</p>}
      {runs?.length === 0 && <Empty />}
      {runs && runs.length > 0 && (
        <ul class="scroll history-list">
          {runs.map((run) => (
            <Line key={run.id} run={run} now={now} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Empty() {
  return (
    <div class="history-note">
      <p>{t('historyEmpty')}</p>
      <p class="muted">{t('historyEmptyHint')}</p>
    </div>
  );
}

interface LineProps {
  readonly run: Head;
  readonly now: number;
  readonly onOpen: (runId: string) => void;
}

function Line({ run, now, onOpen }: LineProps) {
  return (
    <li>
      <button type="button" class="history-line" onClick={() => onOpen(run.id)}>
        <Icon name={actionIcon(run.action)} />
        <span class="history-title" dir="auto">
          {!run.seen && <span class="history-unread">{t('unread')}</span>}
          {nameOf(run)}
        </span>
        <span class="history-cost tabular">{run.cost && costWords(run.cost)}</span>
        <span class="history-when">
          {actionTitle(run.action)}
          {' · '}
          {ago(locale(), run.createdAt, now)}
        </span>
      </button>
    </li>
  );
}
