import { useEffect, useRef, useState } from 'preact/hooks';
import { lengthOf } from '../../utils/core/format';
import type { Cost } from '../../utils/core/money/cost';
import { isLive, problemOf, type Run } from '../../utils/core/runs/run';
import { plural, t } from '../../utils/i18n';
import { problemWords } from '../problem-words';
import type { NameModel } from '../use-stored';
import { actionUnderWay } from './action-words';
import { nextSaying } from './announce';
import { consentWords } from './consent-words';
import { costWords } from './run-words';

/** ms between two announcements: time to listen to a sentence. */
const pace = 4000;

interface Props {
  readonly run: Run;
  readonly nameModel: NameModel;
}

/** Tells a screen reader how a run goes, a few sentences at a time; of an answer that was there already, nothing. */
export function Announcer({ run, nameModel }: Props) {
  const latest = useRef(run);
  latest.current = run;
  const [words, setWords] = useState(isLive(run) ? firstWords(run) : '');
  const known = useRef(endOf(run));
  const consent = consentWords(run, nameModel);

  useEffect(() => {
    const live = isLive(latest.current);
    const end = endOf(latest.current);
    // Not with the view: what a region has from its beginning is not read out.
    const now = live
      ? firstWords(latest.current)
      : end === known.current
        ? ''
        : lastWords(latest.current);
    setWords(consent ?? now);
    if (!live) return;
    let told = 0;
    const timer = setInterval(() => {
      const { current } = latest;
      const text = current.turns.at(-1)?.text ?? '';
      const saying = nextSaying(text, told, !isLive(current));
      if (saying) {
        told = saying.upTo;
        setWords(saying.words);
      } else if (!isLive(current)) {
        setWords(lastWords(current));
        clearInterval(timer);
      }
    }, pace);
    return () => clearInterval(timer);
  }, [consent, Math.max(1, run.turns.length)]);

  return (
    <p class="visually-hidden" role="status">
      {words}
    </p>
  );
}

/** Tells one end of a run from another. */
function endOf({ state, turns }: Run): string {
  return `${turns.at(-1)?.id} ${state.kind}`;
}

function firstWords({ action, turns }: Run): string {
  return turns.length > 1 ? t('live_follow_up') : actionUnderWay(action);
}

/** How a run ended, in one breath. */
export function lastWords(run: Run): string {
  const problem = problemOf(run);
  if (problem) return problemWords(problem, run.turns.at(-1)?.service).title;
  const turn = run.turns.at(-1);
  if (turn?.state.kind === 'stopped') return t(turn.text ? 'stopped' : 'stoppedEmpty');
  const cost: Cost | undefined = turn?.repeated ? { kind: 'exact', nano: 0 } : turn?.receipt?.cost;
  if (!turn || !cost) return '';
  const { kind, count } = lengthOf(turn.text);
  return t('liveDone', { words: plural(kind, count), cost: costWords(cost) });
}
