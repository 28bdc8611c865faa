import type { OwnProps } from '../../../components/options/action-part';
import { actionOf, type OwnAction } from '../../../utils/core/actions/own-action';
import { anthropicEndpoint } from '../../../utils/core/endpoint';
import { estimateOf } from '../../../utils/core/estimate/estimate';
import { defaultModel } from '../../../utils/core/model';
import { buildRequest } from '../../../utils/core/prompt';
import type { PlannedAction } from '../../../utils/messages/action-messages';
import { source } from './runs';
import { english } from './texts';

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

const nothing = () => undefined;

/** What the options show of own actions, with what is wanted otherwise. */
export function ownProps(change: Partial<OwnProps> = {}): OwnProps {
  return {
    actions: [],
    outcome: { kind: 'nothing' },
    asks: {
      plan: async (action) => plannedFor(action),
      save: async () => true,
      remove: nothing,
      take: nothing,
      undo: nothing,
    },
    ...change,
  };
}

export function plannedFor(own: OwnAction, withheld = false): PlannedAction {
  const of = source(english.page ?? '', english.title ?? '');
  const given = { date: '2026-11-26', answers: [], address: !withheld };
  const instruction = { action: actionOf(own), controls: {}, question: '', given };
  const choices = { model: defaultModel, language: 'English', documents: true };
  const request = buildRequest(instruction, of, choices);
  const estimate = estimateOf(request, anthropicEndpoint, Date.UTC(2026, 10, 26));
  return { request, estimate, of: { title: of.title }, withheld };
}
