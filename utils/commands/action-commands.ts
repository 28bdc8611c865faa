import { settled } from '../core/actions/controls';
import { type OwnAction, ownLimits } from '../core/actions/own-action';
import { asRead, cannotRead } from '../core/actions/reads';
import { questionsIn, tellsAddress } from '../core/actions/template';
import { leaving, wordsFor } from '../core/shield/shield-source';
import type { Source } from '../core/source/source';
import type {
  ActionCommand,
  Imported,
  PlannedAction,
  SavedActions,
} from '../messages/action-messages';
import { askedOf } from '../own';
import { mayTellAddress } from '../platform/platform';
import { forAction, hiddenBefore, onSite } from '../runs/choices';
import { planOf } from '../runs/plan';
import { readOwnFile } from '../store/own-action-schema';
import { forgetOwnActions, readOwnActions, writeOwnActions } from '../store/own-actions';
import { done, type Orders, type Staff } from './staff';

/** What views ask of the user's own actions. */
export const actionCommands: Orders<
  'save-actions' | 'delete-actions' | 'import-actions' | 'plan-action'
> = {
  'save-actions': ({ actions }) => keep(actions),
  'delete-actions': ({ ids }) => done(forgetOwnActions(ids)),
  'import-actions': ({ text }) => take(text),
  'plan-action': plan,
};

async function keep(actions: readonly OwnAction[]): Promise<SavedActions> {
  try {
    const kept = await writeOwnActions(actions);
    return kept ? { ok: true } : { ok: false, fault: { kind: 'too-many', limit: ownLimits.count } };
  } catch {
    return { ok: false, fault: { kind: 'not-stored' } };
  }
}

/** All actions of a file, or none. */
async function take(text: string): Promise<Imported> {
  const read = readOwnFile(text);
  if (!read.ok) return read;
  const before = await readOwnActions().catch((): readonly OwnAction[] => []);
  const kept = await keep(read.actions);
  if (!kept.ok) return kept;
  const ids = new Set(read.actions.map(({ id }) => id));
  const replaced = before.filter(({ id }) => ids.has(id));
  const known = new Set(replaced.map(({ id }) => id));
  return { ok: true, added: [...ids].filter((id) => !known.has(id)), replaced };
}

/** Just what would be sent for an action that is being written, and what it would take. */
async function plan(
  { action, runId, sample }: Extract<ActionCommand, { kind: 'plan-action' }>,
  { runner, means }: Staff,
): Promise<PlannedAction> {
  const run = runId === null ? null : await runner.find(runId);
  const last = run?.source?.text ? run.source : null;
  const source = last && !cannotRead(action, last) ? asRead(action, last) : null;
  const answers = questionsIn(action.prompt).map((question) => `[${question}]`);
  const at = means.time.now();
  const mayTell = await mayTellAddress();
  const asked = askedOf(action, answers, at, mayTell);
  const subject = source ?? sampleFor(action, sample);
  const usual = forAction(asked.action, await means.choices(null));
  const choices = onSite(usual, subject, asked);
  const words = wordsFor(subject, choices.shield, run?.found ? true : undefined);
  const { source: sent } = leaving(subject, hiddenBefore(choices, words));
  const controls = settled(asked.action, {}, {});
  const instruction = { ...asked, controls, question: '' };
  const { request, estimate } = planOf(instruction, sent, choices, at);
  const withheld = tellsAddress(action.prompt) && !mayTell;
  return { request, estimate, of: source && { title: source.title }, withheld };
}

/** A sample text, or its first paragraph in all of it. */
function sampleFor(
  { input }: OwnAction,
  { title, text: all }: Extract<ActionCommand, { kind: 'plan-action' }>['sample'],
): Source {
  const [first = ''] = all.split('\n\n');
  return {
    kind: input === 'both' ? 'selection' : 'page',
    ...(input === 'both' ? { text: first, around: all } : { text: all }),
    title,
    address: 'https://example.org/',
    language: null,
    hidden: 0,
    cut: 0,
    whole: null,
    unsure: false,
    media: null,
  };
}
