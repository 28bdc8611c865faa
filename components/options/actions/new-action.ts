import type { Action } from '../../../utils/core/action';
import { type OwnAction, ownInputs, ownLimits } from '../../../utils/core/own-action';

/** An empty action with an id of its own. */
export function newAction(): OwnAction {
  return {
    id: `own:${crypto.randomUUID()}`,
    title: '',
    prompt: '',
    input: 'either',
    output: 'read',
    model: null,
    effort: 'low',
    length: 'medium',
  };
}

/** A copy of an action, a built-in one too, to be changed. */
export function copyOf(action: Action | OwnAction, title: string): OwnAction {
  const { prompt, output } = action;
  const own = 'length' in action ? action : null;
  return {
    ...newAction(),
    ...own,
    id: newAction().id,
    title: [...title].slice(0, ownLimits.title).join(''),
    prompt: own ? prompt : prompt.replaceAll('{language}', '{{language}}'),
    input: ownInputs.find((each) => each === action.input) ?? 'either',
    output,
    length: own?.length ?? (('defaults' in action && action.defaults.length) || 'medium'),
  };
}
