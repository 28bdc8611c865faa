import type { Run } from '../utils/core/run';
import { Confirming } from './Confirming';
import { QuestionLine } from './QuestionLine';
import type { NameModel } from './use-stored';

interface Props {
  readonly run: Run;
  readonly nameModel: NameModel;
  readonly onPages: (from: number, to: number) => void;
}

/** What waits for the user's consent, if anything does: the action itself, or a follow-up. */
export function Consent({ run: { state, source }, nameModel, onPages }: Props) {
  if (state.kind !== 'confirming') return null;
  const { question, estimate, thresholds, unshielded = false, cheaper = false } = state;
  const isFirst = question === undefined;
  // A follow-up is about the pages that its run is about.
  const pdf = isFirst && source?.media?.kind === 'pdf' ? source.media : null;
  const shown = { estimate, thresholds, unshielded, cheaper, pdf, nameModel, onPages };
  return (
    <>
      {!isFirst && <QuestionLine question={question} />}
      <Confirming {...shown} />
    </>
  );
}
