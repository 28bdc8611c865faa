import type { Run } from '../../utils/core/runs/run';
import type { NameModel } from '../use-stored';
import { Confirming } from './Confirming';
import { pdfToChoose } from './consent-words';
import { QuestionLine } from './QuestionLine';

interface Props {
  readonly run: Run;
  readonly nameModel: NameModel;
  readonly onPages: (from: number, to: number) => void;
}

/** What waits for the user's consent, if anything does: the action itself, or a follow-up. */
export function Consent({ run, nameModel, onPages }: Props) {
  const { state } = run;
  if (state.kind !== 'confirming') return null;
  const { question, estimate, thresholds, unshielded = false, cheaper = false } = state;
  const pdf = pdfToChoose(run);
  const shown = { estimate, thresholds, unshielded, cheaper, pdf, nameModel, onPages };
  return (
    <>
      {question !== undefined && <QuestionLine question={question} />}
      <Confirming {...shown} />
    </>
  );
}
