import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Action, questionLimit } from '../../utils/core/action';
import { t } from '../../utils/i18n';
import { actionTitle } from '../action-words';
import { FormField } from '../options/FormField';
import './ask-form.css';

interface Props {
  readonly action: Action;
  readonly questions: readonly string[];
  readonly onAnswer: (answers: readonly string[]) => void;
  readonly onBack: () => void;
}

/** What an action of the user's own asks before anything is sent. */
export function AskForm({ action, questions, onAnswer, onBack }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [answers, setAnswers] = useState<readonly string[]>(questions.map(() => ''));
  const [tries, setTries] = useState(0);
  const isEmpty = (answer: string) => answer.trim() === '';
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>(tries > 0 ? '[aria-invalid]' : 'input')?.focus();
  }, [tries]);
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
          <FormField
            key={question}
            label={question}
            fault={tries > 0 && isEmpty(answers[index] ?? '') ? t('askMissing') : null}
          >
            <input
              class="text-field"
              dir="auto"
              autocomplete="off"
              maxLength={questionLimit}
              value={answers[index]}
              onInput={(event) => setAnswers(answers.with(index, event.currentTarget.value))}
            />
          </FormField>
        ))}
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
