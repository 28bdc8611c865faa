import type { Staff } from '../commands/staff';
import { type Action, builtIn } from '../core/actions/action';
import { questionsIn } from '../core/actions/template';
import { type Aim, usualAim } from '../core/source/source';
import { type FilledAction, findAction } from '../own';
import type { TabPlace } from '../platform/platform';
import type { Start } from '../runs/start';

/** A gesture outside of our views: a line of the menu, a shortcut, the address bar. */
export interface Gesture {
  readonly place: TabPlace;
  readonly private: boolean;
  /** Opens the view that shows what comes of it. */
  readonly open: (place: TabPlace) => Promise<void>;
  /** How the gesture's own tab is read. */
  readonly capture: (aim: Aim & { readonly kind: 'tab' }) => Start['capture'];
}

type Desk = Pick<Staff, 'runner' | 'wishes' | 'means'>;

/**
 * Opens the view and begins an action on what its tab shows; a built-in one in the same tick. One that has a question for
 * the user waits in the view. One that is gone opens the view, which shows what can be done.
 */
export async function startOutside(
  actionId: string,
  gesture: Gesture,
  { runner, wishes, means }: Desk,
  question = '',
): Promise<void> {
  const { place, open } = gesture;
  const known = builtIn(actionId);
  if (known && !waitsForUser(known, question)) {
    void open(place);
    return runner.begin(startOf({ action: known }, gesture, question));
  }
  const opening = open(place);
  const asked = await findAction(actionId, [], means.time.now());
  if (!asked) return opening;
  if (waitsForUser(asked.action, question)) return wishes.leave(place.tabId, actionId);
  runner.begin(startOf(asked, gesture, question));
}

/** Whether the user has to say something first. */
function waitsForUser({ id, title, prompt }: Action, question: string): boolean {
  if (title !== null) return questionsIn(prompt).length > 0;
  return id === 'ask' && question === '';
}

function startOf(asked: FilledAction, gesture: Gesture, question: string): Start {
  const aim = aimOf(asked.action);
  return {
    ...asked,
    controls: {},
    question,
    tabId: gesture.place.tabId,
    private: gesture.private,
    saved: true,
    endpointId: null,
    aim,
    capture: gesture.capture(aim),
  };
}

function aimOf({ input }: Action): Aim & { readonly kind: 'tab' } {
  switch (input) {
    case 'page':
    case 'selection':
      return { kind: 'tab', wants: input };
    case 'both':
      return { kind: 'tab', wants: 'selection', around: true };
    default:
      return usualAim;
  }
}
