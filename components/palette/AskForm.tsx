import { useState } from 'preact/hooks';
import { actionTitle } from '../../utils/action-names';
import { type Action, questionLimit } from '../../utils/core/actions/action';
import { answersIn } from '../../utils/core/actions/template';
import { type Estimate, withMore } from '../../utils/core/estimate/estimate';
import { t } from '../../utils/i18n';
import { FormField } from '../options/FormField';
import { useFocusedForm } from '../options/use-focused-form';
import { useBegun } from '../preview/begun';
import { EstimateLine } from '../preview/EstimateLine';
import type { NameModel } from '../use-stored';
import './ask-form.css';

interface Props {
  readonly action: Action;
  readonly questions: readonly string[];
  /** What it takes without its answers; null where nobody knows. */
  readonly estimate: Estimate | null;
  readonly nameModel: NameModel;
  readonly onAnswer: (answers: readonly string[]) => void;
  readonly onBack: () => void;
}

/** What an action of the user's own asks before anything is sent. */
export function AskForm(props: Props) {
  const { action, questions, estimate, nameModel, onAnswer, onBack } = props;
  const [answers, setAnswers] = useAnswers(questions);
  const [tries, setTries] = useState(0);
  const form = useFocusedForm(tries);
  const takes = estimate && withMore(estimate, answersIn(action.prompt, answers));
  const submit = (event: Event) => {
    event.preventDefault();
    if (answers.some(isEmpty)) setTries(tries + 1);
    else onAnswer(answers);
  };
  return (
    <form class="view ask-form" ref={form} noValidate onSubmit={submit}>
      <div class="scroll">
        <h1 dir="auto">{actionTitle(action)}</h1>
        {questions.map((question, index) => (
          <Question
            key={question}
            question={question}
            answer={answers[index] ?? ''}
            missed={tries > 0}
            onType={(answer) => setAnswers(answers.with(index, answer))}
          />
        ))}
        {takes && <EstimateLine estimate={takes} nameModel={nameModel} />}
      </div>
      <div class="buttons">
        <button type="submit" class="button primary">
          {t('send')}
        </button>
        <button type="button" class="button quiet" onClick={onBack}>
          {t('back')}
        </button>
      </div>
    </form>
  );
}

/** One for each question, empty at first. */
function useAnswers(questions: readonly string[]) {
  const [given, give] = useBegun('answers');
  return [questions.map((_, index) => given[index] ?? ''), give] as const;
}

interface QuestionProps {
  readonly question: string;
  readonly answer: string;
  /** Whether it was sent without. */
  readonly missed: boolean;
  readonly onType: (answer: string) => void;
}

function Question({ question, answer, missed, onType }: QuestionProps) {
  return (
    <FormField label={question} fault={missed && isEmpty(answer) ? t('askMissing') : null}>
      <input
        class="text-field"
        dir="auto"
        autocomplete="off"
        maxLength={questionLimit}
        value={answer}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </FormField>
  );
}

function isEmpty(answer: string): boolean {
  return answer.trim() === '';
}
