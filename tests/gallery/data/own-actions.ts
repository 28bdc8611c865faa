import type { OwnAction } from '../../../utils/core/own-action';

/** An action of the user's own, with what is wanted otherwise. */
export function ownAction(change: Partial<OwnAction> = {}): OwnAction {
  return {
    id: 'own:9f7b2c1e-0000-4000-8000-000000000001',
    title: 'Reply politely',
    prompt: 'Write a polite reply to {{text}} in {{language}}. Say that {{ask:What shall it say?}}',
    input: 'either',
    output: 'read',
    model: null,
    effort: 'low',
    length: 'short',
    ...change,
  };
}

export const otherAction: OwnAction = ownAction({
  id: 'own:9f7b2c1e-0000-4000-8000-000000000002',
  title: 'Find the weak points',
  prompt: 'List the three weakest arguments of {{text}}, from {{site}}.',
  model: 'claude-opus-5-5',
  effort: 'high',
  length: 'detailed',
});
