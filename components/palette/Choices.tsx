import { useLayoutEffect, useRef } from 'preact/hooks';
import { actionTitle } from '../../utils/action-names';
import { t } from '../../utils/i18n';
import { Icon } from '../Icon';
import { actionIcon } from '../run/action-words';
import type { Choice } from './choices';
import type { Box } from './use-box';

interface Props {
  readonly box: Box;
  readonly onStart: (choice: Choice) => void;
}

/** What the box offers; the keys for it go to the box. */
export function Choices({ box, onStart }: Props) {
  const { choices, at, tooLong } = box;
  const { list, point, leave } = usePointed(box);
  return (
    <div
      ref={list}
      class="choices"
      role="listbox"
      id="choices"
      aria-label={t('actionsSection')}
      // Browsers make what scrolls a stop of Tab, at which no key would do anything here.
      tabIndex={-1}
    >
      {choices.map((choice, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the box, which has the focus
        <div
          key={choice.action.id}
          id={idOf(index)}
          role="option"
          tabIndex={-1}
          class="choice-line"
          aria-selected={index === at}
          // The box keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => point(index)}
          onPointerLeave={leave}
          onClick={() => !(choice.question && tooLong) && onStart(choice)}
        >
          <Icon name={actionIcon(choice.action)} />
          <span class="choice-name">{nameOf(choice)}</span>
        </div>
      ))}
    </div>
  );
}

/** What the pointer is over is highlighted; what keys highlight comes into sight. */
function usePointed({ at, query, highlight }: Box) {
  const list = useRef<HTMLDivElement>(null);
  const pointed = useRef(-1);
  // Before anybody sees it: what has been seen must not move.
  useLayoutEffect(() => {
    // What is under the pointer must not move away from it.
    if (at !== pointed.current) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at, query]);
  return {
    list,
    point(index: number) {
      pointed.current = index;
      highlight(index);
    },
    leave() {
      pointed.current = -1;
    },
  };
}

/** The id of a choice, by which the box names it. */
export function idOf(index: number): string {
  return `choice-${index}`;
}

/** Signs of a question that a line shows. */
const shownSigns = 200;

function nameOf({ action, question }: Choice): string {
  if (question === '') return actionTitle(action);
  return t('askThis', { question: question.slice(0, shownSigns) });
}
