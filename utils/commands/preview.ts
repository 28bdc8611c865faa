import { isEquipped } from '../access';
import type { Capture } from '../capture/capture';
import { type BuiltInId, builtInIds, builtIns } from '../core/actions/action';
import { asRead } from '../core/actions/reads';
import { isDevice } from '../core/endpoint';
import type { Picked } from '../core/estimate/compare';
import type { Estimate } from '../core/estimate/estimate';
import { withinLimits } from '../core/pdf/limits';
import {
  cannotBeShielded,
  type Leaving,
  leavingSteps,
  wordsFor,
} from '../core/shield/shield-source';
import { ruleFor } from '../core/site-rule';
import type { Source } from '../core/source/source';
import type { Preview, ReadyPreview } from '../messages/preview-messages';
import { type FilledAction, findOwn } from '../own';
import { backgroundSlice, inSlices } from '../page/slices';
import { askedModel, type Choices, controlsFor, forAction, onSite } from '../runs/choices';
import { notTaken, planOf } from '../runs/plan';
import { accessFor, choicesFor } from '../runs/respondent';
import type { Staff } from './staff';

/** What could be sent from a tab, and what each action would take. */
export async function preview(
  tabId: number,
  capture: () => Promise<Capture>,
  staff: Staff,
  picked?: Picked,
): Promise<Preview> {
  const choices = await choicesFor(picked ?? { endpointId: null, model: undefined }, staff.means);
  if (!(await mayLook(tabId, staff))) {
    return { kind: 'problem', problem: { kind: 'private-window-off' } };
  }
  const captured = await capture();
  if (captured.kind === 'problem') return captured;
  const source = withinLimits(captured.source, askedModel(choices));
  const problem = isDevice(choices.endpoint) ? null : notTaken(source, choices.endpoint);
  if (problem) return { kind: 'problem', problem };
  const access = await staff.means.findAccess(choices.endpoint);
  // Once for all actions: in a long text it takes a while.
  const sent = await inSlices(
    leavingSteps(source, [], wordsFor(source, choices.shield, captured.shielded)),
    backgroundSlice,
  );
  const both = { captured: source, leaving: sent.source };
  const [language, estimates, isPrivate] = await Promise.all([
    staff.detectLanguage(source.text),
    estimatesFor(both, choices, picked, staff),
    staff.isPrivate(tabId),
  ]);
  return {
    kind: 'source',
    source,
    shielded: shieldedOf(sent),
    unshielded: cannotBeShielded(source, choices.shield),
    isPrivate,
    language: language ?? source.language,
    wanted: staff.wishes.take(tabId) ?? ruleFor(source, choices.siteRules)?.action ?? null,
    hasKey: isEquipped(access),
    picked,
    estimates,
  };
}

/** Whether a tab may be looked at: in a private window nothing may be, not even to be shown, where the user wants it so. */
export async function mayLook(tabId: number, { means, isPrivate }: Staff): Promise<boolean> {
  const [{ inPrivateWindows }, inPrivate] = await Promise.all([
    means.choices(null),
    isPrivate(tabId),
  ]);
  return inPrivateWindows || !inPrivate;
}

/** A source as it is, and as it leaves. */
interface Both {
  readonly captured: Source;
  readonly leaving: Source;
}

function shieldedOf({ source, found }: Leaving): ReadyPreview['shielded'] {
  return found && { title: source.title, text: source.text, around: source.around, found };
}

/** What each action would take, by its id. */
async function estimatesFor(
  both: Both,
  choices: Choices,
  picked: Picked | undefined,
  staff: Staff,
): Promise<Record<BuiltInId, Estimate>> {
  const own = await findOwn(staff.means.time.now());
  const offered = [...builtInIds.map((id) => ({ action: builtIns[id] })), ...own];
  const estimates = await Promise.all(
    offered.map(
      async (asked) =>
        [asked.action.id, await estimateFor(asked, both, choices, picked, staff)] as const,
    ),
  );
  return Object.fromEntries(estimates) as Record<BuiltInId, Estimate>;
}

async function estimateFor(
  asked: FilledAction,
  { captured, leaving }: Both,
  usual: Choices,
  picked: Picked | undefined,
  { means }: Staff,
): Promise<Estimate> {
  const { action } = asked;
  const wanted = picked ? usual : forAction(action, usual);
  const here = onSite(wanted, captured, { ...picked, action });
  const { choices } = await accessFor(action, captured, here, means);
  // From the device nothing leaves: there is nothing to hide.
  const source = asRead(action, isDevice(choices.endpoint) ? captured : leaving);
  const controls = controlsFor(action, choices, {});
  return planOf({ ...asked, controls, question: '' }, source, choices, means.time.now()).estimate;
}
