import { builtIn, type Instruction } from './core/actions/action';
import { actionOf, type OwnAction } from './core/actions/own-action';
import { dayAt } from './core/calendar';
import { mayTellAddress } from './platform/platform';
import { readOwnActions } from './store/own-actions';

/** An action, and what fills the prompt of one of the user's own. */
export type FilledAction = Pick<Instruction, 'action' | 'given'>;

/** The action of an id as it is now; null when there is none. `at` in ms since 1970. */
export async function findAction(
  id: string,
  answers: readonly string[] = [],
  at: number,
): Promise<FilledAction | null> {
  const action = builtIn(id);
  if (action) return { action };
  const own = (await readOwnActions()).find((each) => each.id === id);
  return own ? askedOf(own, answers, at, await mayTellAddress()) : null;
}

/** The user's own actions, as they would be asked for at `at` (ms since 1970). */
export async function findOwn(at: number): Promise<readonly FilledAction[]> {
  const [all, address] = await Promise.all([readOwnActions(), mayTellAddress()]);
  return all.map((own) => askedOf(own, [], at, address));
}

/** An action of the user's own, as it is asked for at `at` (ms since 1970). `address`: whether it may leave. */
export function askedOf(
  own: OwnAction,
  answers: readonly string[],
  at: number,
  address: boolean,
): FilledAction {
  return { action: actionOf(own), given: { date: dayAt(at), answers, address } };
}
