import type { Action } from '../../../utils/core/actions/action';
import { builtInText } from '../../../utils/core/actions/instruction';
import { type OwnAction, ownInputs, ownLimits } from '../../../utils/core/actions/own-action';
import { t } from '../../../utils/i18n';

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
    length: null,
  };
}

/** A copy of one of the user's own actions. */
export function copyOf(action: OwnAction, title: string): OwnAction {
  return { ...action, id: newAction().id, title: shortened(title) };
}

/** An action of the user's own that begins as a built-in one: it asks for the same as that does without a choice. */
export function copyOfBuiltIn(action: Action, title: string): OwnAction {
  const { input, output, defaults } = action;
  return {
    ...newAction(),
    title: shortened(title),
    prompt: templateOf(action),
    input: ownInputs.find((each) => each === input) ?? 'either',
    output,
    length: defaults.length ?? null,
  };
}

function shortened(title: string): string {
  return [...title].slice(0, ownLimits.title).join('');
}

/** What a built-in action asks for, but for its length, with the variables of templates. */
function templateOf(action: Action): string {
  const { length: _, ...controls } = action.defaults;
  const question = `{{ask:${t('ownQuestion')}}}`;
  return builtInText({ action, controls, question }, { media: null }, '{{language}}');
}
