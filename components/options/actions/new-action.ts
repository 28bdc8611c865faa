import type { Action } from '../../../utils/core/action';
import { type OwnAction, ownInputs, ownLimits } from '../../../utils/core/own-action';
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

/** An action of the user's own that begins as a built-in one. */
export function copyOfBuiltIn({ prompt, input, output, defaults }: Action, title: string) {
  return {
    ...newAction(),
    title: shortened(title),
    prompt: templateOf(prompt),
    input: ownInputs.find((each) => each === input) ?? 'either',
    output,
    length: defaults.length ?? null,
  };
}

function shortened(title: string): string {
  return [...title].slice(0, ownLimits.title).join('');
}

/** The prompt of a built-in action with the variables of templates. */
function templateOf(prompt: string): string {
  return prompt
    .replaceAll('{language}', '{{language}}')
    .replaceAll('{source}', 'document')
    .replaceAll('{question}', `{{ask:${t('ownQuestion')}}}`);
}
