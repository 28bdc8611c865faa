import type { RefObject } from 'preact';
import { actionTitle } from '../../utils/action-names';
import { askedIn } from '../../utils/core/runs/conversation-text';
import type { Run } from '../../utils/core/runs/run';
import { PartNote } from '../preview/PartNote';
import { QuestionLine } from './QuestionLine';
import { kindWords, titleOf } from './run-words';

interface Props {
  readonly run: Run;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** What was asked about what. The title stays in sight, not a question: one may be longer than the view. */
export function RunHead({ run, heading }: Props) {
  const asked = askedIn(run);
  return (
    <>
      <header class="run-head">
        <h1 class="eyebrow">
          {actionTitle(run.action)}
          {run.source && ` · ${kindWords(run.source)}`}
        </h1>
        <h2 ref={heading} class="title" dir="auto" tabIndex={-1} title={titleOf(run)}>
          {run.source ? titleOf(run) : '…'}
        </h2>
        {run.source && <PartNote source={run.source} />}
      </header>
      {asked && <QuestionLine question={asked} />}
    </>
  );
}
