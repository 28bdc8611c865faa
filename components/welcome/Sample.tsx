import { keptOf } from '../../utils/core/runs/kept';
import type { Remedy } from '../../utils/core/runs/remedy';
import { isLive, problemOf, type Run } from '../../utils/core/runs/run';
import { type MessageKey, t } from '../../utils/i18n';
import { Answer } from '../answer/Answer';
import { Icon } from '../Icon';
import { ProblemNotice } from '../ProblemNotice';
import { Announcer } from '../run/Announcer';
import { DeviceNote } from '../run/DeviceNote';
import { ReceiptView } from '../run/ReceiptView';
import { turnState } from '../run/run-words';
import { useSeen } from '../run/use-seen';
import { Waiting } from '../run/Waiting';
import type { NameModel } from '../use-stored';
import '../run/run-view.css';
import './sample.css';

export const paragraphs: readonly MessageKey[] = [
  'welcomeSample1',
  'welcomeSample2',
  'welcomeSample3',
  'welcomeSample4',
  'welcomeSample5',
];

interface Props {
  /** Null before the first try. */
  readonly run: Run | null;
  readonly nameModel: NameModel;
  readonly onStart: () => void;
  /** Its end has been shown to somebody. */
  readonly onSeen: (runId: string) => Promise<unknown>;
  readonly onModel: () => void;
  readonly onRemedy: (remedy: Remedy) => void;
}

/** A text to try Gloss on, and its answer in the same place. */
export function Sample(props: Props) {
  const { run, onStart } = props;
  const done = run !== null && turnState(run) === 'done';
  return (
    <section class={done ? 'step step-done' : 'step'} aria-labelledby="try">
      <h2 id="try">
        <span class="step-tick">{done && <Icon name="check" />}</span>
        {t('welcomeTry')}
      </h2>
      <p class="welcome-hint">{t('welcomeTryHint')}</p>
      <article class="sample">
        <h3>{t('welcomeSampleTitle')}</h3>
        {paragraphs.map((key) => (
          <p key={key}>{t(key)}</p>
        ))}
      </article>
      {/* The second click of a double click would ask twice. */}
      <button
        type="button"
        class="button primary sample-start"
        onClick={({ detail }) => detail < 2 && onStart()}
      >
        <Icon name="summarize" />
        {t('welcomeTryButton')}
      </button>
      {run && <SampleAnswer {...props} run={run} />}
    </section>
  );
}

function SampleAnswer({
  run,
  nameModel,
  onSeen,
  onModel,
  onRemedy,
}: Props & { readonly run: Run }) {
  useSeen(run, () => onSeen(run.id));
  const turn = run.turns.at(-1) ?? null;
  const problem = problemOf(run);
  const live = isLive(run);
  const done = turn?.state.kind === 'done';
  return (
    <section class="sample-answer" aria-label={t('welcomeTryAnswer')}>
      {!problem && <h3>{t('welcomeTryAnswer')}</h3>}
      {turn?.text && <Answer text={turn.text} streaming={live} />}
      {live && !turn?.text && <Waiting turn={turn} />}
      {problem && (
        <ProblemNotice
          problem={problem}
          service={turn?.service}
          kept={keptOf(run)}
          onRemedy={onRemedy}
        />
      )}
      {done && turn.pricing.kind === 'free' && <DeviceNote model={turn.model} onModel={onModel} />}
      {turn?.receipt && <ReceiptView receipt={turn.receipt} nameModel={nameModel} />}
      <Announcer key={run.id} run={run} nameModel={nameModel} />
    </section>
  );
}
