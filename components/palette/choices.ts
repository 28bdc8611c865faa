import type { Action } from '../../utils/core/actions/action';
import { filtered } from '../../utils/core/actions/filter';
import { takesQuestion } from '../../utils/core/actions/instruction';

/** What the box offers: an action, with what was typed as its question where it takes one. */
export interface Choice {
  readonly action: Action;
  readonly question: string;
}

/** UTF-16 units. */
const longestName = 200;

/** Several words, or a mark of a question in any script: no name of an action that was mistyped. */
const sentence = /\S\s+\S|[?？؟]/;

/** What the box offers for what was typed, the first choice first. `namesOf`: all that an action may be called. */
export function choicesFor(
  actions: readonly Action[],
  typed: string,
  namesOf: (action: Action) => readonly string[],
): readonly Choice[] {
  const question = typed.trim();
  const doing = actions.filter((action) => !takesQuestion(action));
  if (question === '') return doing.map((action) => ({ action, question: '' }));
  const asking = actions.filter(takesQuestion).map((action) => ({ action, question }));
  const found = question.length > longestName ? [] : filtered(doing, question, namesOf);
  const choose = (fuzzy: boolean) =>
    found
      .filter(({ rank }) => (rank === 'letters') === fuzzy)
      .map(({ item }) => ({ action: item, question: '' }));
  const rest = sentence.test(question) ? [asking, choose(true)] : [choose(true), asking];
  return [...choose(false), ...rest.flat()];
}
