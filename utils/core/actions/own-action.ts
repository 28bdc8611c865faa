import type { Action, outputKinds } from './action';
import type { Length } from './controls';
import type { Effort } from './effort';
import { names, unknownIn } from './template';

/** What it may read; `either`: the selection, else the page; `both`: the selection, and the page that it stands in. */
export const ownInputs = ['either', 'selection', 'page', 'both'] as const;

/** An action of the user's own: data, never run. */
export interface OwnAction {
  /** `own:` and a UUID. */
  readonly id: string;
  readonly title: string;
  /** A template: `template.ts`. */
  readonly prompt: string;
  readonly input: (typeof ownInputs)[number];
  readonly output: (typeof outputKinds)[number];
  /** Id of the model that is asked; null: the one that is usually asked. */
  readonly model: string | null;
  /** `low` is what Gloss asks for without a choice. */
  readonly effort: Effort;
  /** Null: as the prompt says. */
  readonly length: Length | null;
}

/** `title`: code points; `prompt`: UTF-16 units; `count`: actions. */
export const ownLimits = { title: 200, prompt: 10_000, count: 100 } as const;

export const idForm = /^own:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is wrong with an action that has the right form, in the field where it can be mended. */
export type OwnFault =
  | { readonly kind: 'empty'; readonly field: 'title' | 'prompt' }
  | {
      readonly kind: 'too-long';
      readonly field: 'title' | 'prompt';
      readonly limit: number;
    }
  /** Line breaks and what cannot be seen. */
  | { readonly kind: 'strange-characters'; readonly field: 'title' }
  | { readonly kind: 'unknown-variable'; readonly field: 'prompt'; readonly name: string }
  /** The prompt names a text that the action does not read, or does not name the two that it reads. */
  | { readonly kind: 'other-text'; readonly field: 'input' };

/** An action of the user's own, as it is carried out. */
export function actionOf({ length, model, ...own }: OwnAction): Action {
  return {
    ...own,
    ...(model !== null && { model }),
    controls: [],
    defaults: length === null ? {} : { length },
    onDevice: false,
  };
}

/** All that is wrong with an action; empty when it can be kept. */
export function faultsOf(action: OwnAction): readonly OwnFault[] {
  return [...titleFaults(action.title), ...promptFaults(action.prompt), ...inputFaults(action)];
}

function titleFaults(title: string): readonly OwnFault[] {
  const field = 'title';
  if (title.trim() === '') return [{ kind: 'empty', field }];
  if ([...title].length > ownLimits.title) {
    return [{ kind: 'too-long', field, limit: ownLimits.title }];
  }
  return /\p{Cc}/u.test(title) || !title.isWellFormed()
    ? [{ kind: 'strange-characters', field }]
    : [];
}

function promptFaults(prompt: string): readonly OwnFault[] {
  const field = 'prompt';
  if (prompt.trim() === '') return [{ kind: 'empty', field }];
  if (prompt.length > ownLimits.prompt) {
    return [{ kind: 'too-long', field, limit: ownLimits.prompt }];
  }
  return unknownIn(prompt).map((name) => ({ kind: 'unknown-variable', field, name }));
}

function inputFaults({ prompt, input }: OwnAction): readonly OwnFault[] {
  const named = inputNamed(prompt);
  const isOther = named === null ? input === 'both' : input !== named;
  return isOther ? [{ kind: 'other-text', field: 'input' }] : [];
}

/** The text that a prompt names, or both, and so the only one that will do; null when any will. */
export function inputNamed(prompt: string): 'selection' | 'page' | 'both' | null {
  const selection = names(prompt, 'selection');
  const page = names(prompt, 'page');
  if (selection && page) return 'both';
  if (selection) return 'selection';
  return page ? 'page' : null;
}

/** The actions with some others: an id that is there already keeps its place. */
export function withActions(
  all: readonly OwnAction[],
  others: readonly OwnAction[],
): readonly OwnAction[] {
  const byId = new Map([...all, ...others].map((action) => [action.id, action]));
  return [...byId.values()];
}
