import { isAnswering, problemOf, type Run } from '../../utils/core/runs/run';
import { problemOfState, type Turn } from '../../utils/core/runs/turn';
import { t } from '../../utils/i18n';
import { type SeePage, subjectOf } from '../glass/subject';
import { problemWords } from '../problem-words';
import { ShowRequest } from '../ShowRequest';
import type { NameModel } from '../use-stored';
import { CitedAnswer, type ShowPassage } from './CitedAnswer';
import { DeviceNote } from './DeviceNote';
import { QuestionLine } from './QuestionLine';
import { ReceiptView } from './ReceiptView';
import { RepeatNote } from './RepeatNote';
import { Lull, Waiting } from './Waiting';
import './turn.css';

interface Props {
  readonly run: Run;
  readonly turn: Turn;
  readonly nameModel: NameModel;
  readonly onModel: () => void;
  readonly onPassage: ShowPassage;
  readonly seePage: SeePage;
  /** Cancels all that waits in line. */
  readonly onCancelAll: () => void;
}

/** One question and its answer. The run shows below it what problem it has; here is said what earlier turns had. */
export function TurnView(props: Props) {
  const { run, turn, nameModel, onModel, onPassage, seePage, onCancelAll } = props;
  const { receipt, chance } = turn;
  const { source, found } = run;
  const last = turn === run.turns.at(-1);
  const problem = last && problemOf(run) ? null : problemOfState(turn.state);
  const live = last && isAnswering(run);
  const request = <ShowRequest subject={subjectOf(run, turn, { nameModel, seePage })} />;
  return (
    <article class="turn">
      {turn.question !== null && <QuestionLine question={turn.question} />}
      {turn.repeated && <RepeatNote at={turn.repeated.at} />}
      {turn.text && (
        <>
          <h3 class="visually-hidden">{t('answer')}</h3>
          <CitedAnswer {...{ turn, source, found }} streaming={live} onShow={onPassage} />
        </>
      )}
      {live &&
        (turn.text ? <Lull text={turn.text} /> : <Waiting turn={turn} onCancelAll={onCancelAll} />)}
      {turn.state.kind === 'stopped' && (
        <p class="run-note">{t(turn.text ? 'stopped' : 'stoppedEmpty')}</p>
      )}
      {turn.state.kind === 'done' && turn.pricing.kind === 'free' && (
        <DeviceNote model={turn.model} onModel={onModel} />
      )}
      {problem && <p class="run-note">{problemWords(problem, turn.service).title}</p>}
      {receipt && run.turns.length > 1 && (
        <ReceiptView receipt={receipt} about={run} chance={chance} nameModel={nameModel}>
          {request}
        </ReceiptView>
      )}
      {!receipt && request}
    </article>
  );
}
