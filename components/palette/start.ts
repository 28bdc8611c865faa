import type { Action } from '../../utils/core/actions/action';
import type { Controls } from '../../utils/core/actions/controls';
import { questionsIn } from '../../utils/core/actions/template';
import { isAnthropic } from '../../utils/core/endpoint';
import type { Source } from '../../utils/core/source/source';
import type { CompareCommand } from '../../utils/messages/compare-messages';
import type { GlassCommand } from '../../utils/messages/glass-messages';
import type { Command } from '../../utils/messages/messages';
import type { CheaperCommand, CountCommand } from '../../utils/messages/money-messages';
import type { Preview } from '../../utils/messages/preview-messages';
import type { Choice } from './choices';

/** What the user wants to begin. */
export interface Start {
  readonly choice: Choice;
  readonly source: Source;
  /** What was chosen now of its controls. */
  readonly controls: Controls;
}

/** What an action of the user's own asks before it can begin. Built-in prompts are no templates. */
export function questionsOf({ title, prompt }: Action): readonly string[] {
  return title === null ? [] : questionsIn(prompt);
}

/** What is asked for is what was shown: the endpoint, and so the price, may have been changed elsewhere meanwhile. */
export function startOf(
  preview: Preview,
  { choice: { action, question }, source, controls }: Start,
  answers: readonly string[],
  tabId: number,
): Extract<Command, { kind: 'start' }> {
  const asked = { kind: 'start', tabId, actionId: action.id, controls, question, source } as const;
  const given = answers.length > 0 ? { answers } : {};
  if (preview.kind !== 'source') return { ...asked, ...given, shielded: false, endpointId: null };
  const endpointId = preview.estimates[action.id]?.endpointId ?? null;
  const model = preview.picked ? { model: preview.picked.model } : {};
  return { ...asked, ...given, ...model, shielded: preview.shielded !== null, endpointId };
}

/** Asks just what a start would send. */
export function requestOf(...shown: Shown): GlassCommand {
  return { ...unanswered(...shown), kind: 'start-request' };
}

/** Asks what just that would take of each model. */
export function comparisonOf(...shown: Shown): CompareCommand {
  const [preview, { choice }] = shown;
  const model = preview.kind === 'source' ? preview.estimates[choice.action.id]?.model : undefined;
  return { ...unanswered(...shown), kind: 'compare', model };
}

/** Asks what costs less than just that. */
export function cheaperThan(...shown: Shown): CheaperCommand {
  return { ...unanswered(...shown), kind: 'cheaper-before' };
}

/** Has just that counted; null where nobody counts, or it would still ask something. */
export function countOf(...shown: Shown): CountCommand | null {
  const [preview, { choice }] = shown;
  if (preview.kind !== 'source' || !preview.hasKey) return null;
  const id = preview.estimates[choice.action.id]?.endpointId;
  const isOpen = questionsOf(choice.action).length > 0;
  if (id === undefined || !isAnthropic({ id }) || isOpen) return null;
  return { ...unanswered(...shown), kind: 'count' };
}

type Shown = readonly [preview: Preview, start: Start, tabId: number];

/** To what it still asks there are no answers yet. */
function unanswered(...[preview, start, tabId]: Shown) {
  const answers = questionsOf(start.choice.action).map((question) => `[${question}]`);
  return startOf(preview, start, answers, tabId);
}
