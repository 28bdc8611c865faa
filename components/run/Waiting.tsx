import { countdown, elapsed } from '../../utils/core/format';
import { longestInAll } from '../../utils/core/runs/retry';
import type { Turn } from '../../utils/core/runs/turn';
import { locale, t } from '../../utils/i18n';
import { useStill } from '../preview/use-still';
import { problemWords } from '../problem-words';
import { useNow } from '../use-now';
import { QuestionLine } from './QuestionLine';
import '../button.css';
import './waiting.css';

/** ms from which the seconds are counted, and from which a wait is called slow. */
const counted = 2_000;
const slow = 15_000;

interface Props {
  readonly turn: Turn | null;
  readonly onCancelAll?: (() => void) | undefined;
}

/** What goes on before the first word: reading, waiting in line, waiting, or waiting to try again. */
export function Waiting({ turn, onCancelAll }: Props) {
  const now = useNow(true);
  if (!turn) return <Pulse line={t('reading')} />;
  if (turn.state.kind === 'queued' && turn.state.place !== undefined) {
    return <InLine place={turn.state.place} onCancelAll={onCancelAll} />;
  }
  if (turn.state.kind === 'retrying') {
    // A clock that was put back would make it hours.
    const left = Math.min(turn.state.at - now, longestInAll);
    const line = left > 0 ? t('retryIn', { time: countdown(locale(), left) }) : t('retryNow');
    return <Pulse line={line} hint={problemWords(turn.state.problem, turn.service).title} />;
  }
  const passed = turn.sentAt === null ? 0 : now - turn.sentAt;
  if (passed < counted) return <Pulse line={t('waiting')} />;
  const line = t('waitingFor', { time: elapsed(locale(), passed) });
  return <Pulse line={line} hint={passed < slow ? '' : t('slow')} />;
}

/** What was asked is made ready: nothing of it has left yet. */
export function Planning({ question }: { readonly question: string | null }) {
  return (
    <>
      {question !== null && <QuestionLine question={question} />}
      <Pulse line={t('preparing')} />
    </>
  );
}

/** Said in the midst of an answer when nothing more of it comes. */
export function Lull({ text }: { readonly text: string }) {
  return useStill(text, slow) ? <Pulse line={t('slow')} /> : null;
}

function Pulse({ line, hint = '' }: { readonly line: string; readonly hint?: string }) {
  return (
    <div class="waiting">
      <p class="tabular">{line}</p>
      {hint && <p class="waiting-hint">{hint}</p>}
    </div>
  );
}

/** Stop, below, cancels this one alone. */
function InLine({ place, onCancelAll }: { place: number; onCancelAll: Props['onCancelAll'] }) {
  return (
    <>
      <Pulse line={t('inLine', { place })} hint={t('inLineHint')} />
      {onCancelAll && (
        <button type="button" class="button" onClick={onCancelAll}>
          {t('cancelAll')}
        </button>
      )}
    </>
  );
}
