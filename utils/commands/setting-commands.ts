import { change } from '../change';
import { ownLimits } from '../core/actions/own-action';
import type { Restored } from '../core/backup';
import { withRule } from '../core/site-rule';
import { isSameSite } from '../core/source/site';
import type { Command } from '../messages/messages';
import { restorable } from '../restore';
import { writeOwnActions } from '../store/own-actions';
import type { Settings } from '../store/settings';
import { done, type Orders, type Staff } from './staff';

/** What views change of the user's choices. */
export const settingCommands: Orders<'shield-site' | 'rule-site' | 'change-settings' | 'restore'> =
  {
    'shield-site': shieldSite,
    'rule-site': ruleSite,
    'change-settings': (command, staff) =>
      done(change((settings) => withControls(settings, command.change), staff)),
    restore: ({ text }, staff) => restore(text, staff),
  };

/** The controls of the actions that are named: others may just have been chosen in another view. */
function withControls({ controls }: Settings, wanted: Partial<Settings>): Partial<Settings> {
  return wanted.controls ? { ...wanted, controls: { ...controls, ...wanted.controls } } : wanted;
}

async function shieldSite(
  { tabId, site, up }: Extract<Command, { kind: 'shield-site' }>,
  staff: Staff,
): Promise<null> {
  if (await staff.isPrivate(tabId)) return null;
  await change(({ shieldedSites }) => {
    const others = shieldedSites.filter((each) => !isSameSite(each, site));
    return { shieldedSites: up ? [...others, site] : others };
  }, staff);
  return null;
}

async function ruleSite(
  { tabId, rule }: Extract<Command, { kind: 'rule-site' }>,
  staff: Staff,
): Promise<null> {
  if (await staff.isPrivate(tabId)) return null;
  await change(({ siteRules }) => ({ siteRules: withRule(siteRules, rule) }), staff);
  return null;
}

async function restore(text: string, staff: Staff): Promise<Restored> {
  const found = restorable(text);
  if (!found.ok) return found;
  try {
    // First what may not fit: settings always do.
    const kept = await writeOwnActions(found.actions, () => change(found.settings, staff));
    return kept ? { ok: true } : { ok: false, fault: { kind: 'too-many', limit: ownLimits.count } };
  } catch {
    return { ok: false, fault: { kind: 'not-stored' } };
  }
}
