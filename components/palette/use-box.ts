import { useMemo, useState } from 'preact/hooks';
import { actionNames } from '../../utils/action-names';
import { type Action, questionLimit } from '../../utils/core/actions/action';
import { useBegun } from '../preview/begun';
import { type Choice, choicesFor } from './choices';
import { useRecall } from './use-recall';

/** The box as it is: what was typed, what that offers, and what would be done. */
export interface Box {
  readonly query: string;
  readonly choices: readonly Choice[];
  /** Index of the highlighted choice. */
  readonly at: number;
  /** What would be done; null when nothing is offered. */
  readonly chosen: Choice | null;
  /** The question has more signs than can be asked. */
  readonly tooLong: boolean;
  readonly write: (query: string) => void;
  readonly highlight: (index: number) => void;
  /** Whether a key was for the box. */
  readonly press: (key: string) => boolean;
}

/** `readQuestions`: the last questions, newest first; `wanted`: id of the action that is highlighted at first. */
export function useBox(
  actions: readonly Action[],
  readQuestions: () => Promise<readonly string[]>,
  wanted: string | null,
): Box {
  const [query, setQuery] = useBegun('question');
  const [index, highlight] = useState(query === '' ? null : 0);
  const choices = useMemo(() => choicesFor(actions, query, actionNames), [actions, query]);
  const first = Math.max(
    0,
    choices.findIndex(({ action }) => action.id === wanted),
  );
  const at = Math.min(index ?? first, choices.length - 1);
  const chosen = choices[at] ?? null;
  const show = (text: string) => {
    setQuery(text);
    highlight(0);
  };
  const recall = useRecall(query, readQuestions, show);
  const write = (text: string) => {
    recall.end();
    show(text);
  };

  function press(key: string): boolean {
    if (key === 'ArrowDown') recall.isOn() ? recall.newer() : highlight(at + 1);
    else if (key === 'ArrowUp') at > 0 ? highlight(at - 1) : void recall.older();
    else if (key === 'Escape' && query !== '') write('');
    else return false;
    return true;
  }

  const tooLong = (chosen?.question.length ?? 0) > questionLimit;
  return { query, choices, at, chosen, tooLong, write, highlight, press };
}
