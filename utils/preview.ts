import type { Capture } from './capture';
import type { Staff } from './commands/staff';
import { admit, leavingFor, type Subject } from './conduct';
import { type BuiltInId, builtInIds, builtIns } from './core/action';
import { settled } from './core/controls';
import { isDevice } from './core/endpoint';
import type { Estimate } from './core/estimate';
import { modelOf } from './core/model';
import { withinLimits } from './core/pdf/limits';
import { cannotBeShielded, leaving, wordsFor } from './core/shield-source';
import type { Preview } from './messages';
import { type Asked, ownFor } from './own';
import { forAction, notTaken, planOf } from './plan';

/** What could be sent from a tab, and what each action would take. */
export async function preview(
  tabId: number,
  capture: () => Promise<Capture>,
  staff: Staff,
): Promise<Preview> {
  const [choices, isPrivate] = await Promise.all([
    staff.means.choices(null),
    staff.isPrivate(tabId),
  ]);
  // Nothing is read there, not even to be shown.
  if (isPrivate && !choices.inPrivateWindows) {
    return { kind: 'problem', problem: { kind: 'private-window-off' } };
  }
  const captured = await capture();
  if (captured.kind === 'problem') return captured;
  const source = withinLimits(captured.source, modelOf(choices.model, choices.models));
  const problem = isDevice(choices.endpoint) ? null : notTaken(source, choices.endpoint);
  if (problem) return { kind: 'problem', problem };
  const subject = { source, words: wordsFor(source, choices.shield, captured.shielded) };
  const access = await staff.means.findAccess(choices.endpoint);
  const own = await ownFor(source.text, staff.means.time.now());
  const offered = [...builtInIds.map((id) => ({ action: builtIns[id] })), ...own];
  const [language, ...estimates] = await Promise.all([
    staff.detectLanguage(source.text),
    ...offered.map(
      async (asked) => [asked.action.id, await estimateFor(asked, subject, staff)] as const,
    ),
  ]);
  return {
    kind: 'source',
    source,
    shielded: shieldedOf(subject),
    unshielded: cannotBeShielded(source, choices.shield),
    language: language ?? source.language,
    hasKey: access.kind === 'granted',
    estimates: Object.fromEntries(estimates) as Record<BuiltInId, Estimate>,
  };
}

function shieldedOf({ source, words }: Subject): Extract<Preview, { kind: 'source' }>['shielded'] {
  const { source: sent, found } = leaving(source, words);
  return found && { title: sent.title, text: sent.text, found };
}

async function estimateFor(asked: Asked, subject: Subject, { means }: Staff): Promise<Estimate> {
  const { action } = asked;
  const { choices } = await admit(
    action,
    subject.source,
    forAction(action, await means.choices(null)),
    means,
  );
  const { source } = leavingFor(subject, choices);
  const controls = settled(action, choices.controls[action.id] ?? {}, {});
  return planOf({ ...asked, controls, question: '' }, source, choices, means.time.now()).estimate;
}
