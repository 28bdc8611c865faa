import * as v from 'valibot';
import type { SiteRule } from '../core/site-rule';
import { actionIdSchema } from './action-schema';
import { text } from './endpoint-schema';

/** Shortcuts that an action can be put on. */
export const slotCount = 3;

/** Where the user wants which actions, beside popup and panel. */
export interface Places {
  /** Ids of the actions that the right-click offers beside Summarize. */
  readonly menuActions: readonly string[];
  /** Ids of the actions of the three shortcuts; null: none. */
  readonly slots: readonly (string | null)[];
  readonly siteRules: readonly SiteRule[];
}

export const noPlaces: Places = { menuActions: [], slots: [null, null, null], siteRules: [] };

export const siteRuleSchema = v.strictObject({
  site: text(255),
  action: v.nullable(actionIdSchema),
  language: v.nullable(text(35)),
  model: v.nullable(text(200)),
});

export const placeEntries = {
  menuActions: v.pipe(
    v.array(v.pipe(actionIdSchema, v.notValue('summarize'))),
    v.maxLength(20),
    v.check((list) => new Set(list).size === list.length),
  ),
  slots: v.pipe(
    v.array(v.nullable(actionIdSchema)),
    v.minLength(slotCount),
    v.maxLength(slotCount),
  ),
  siteRules: v.pipe(
    v.array(siteRuleSchema),
    v.maxLength(1000),
    v.check((list) => new Set(list.map(({ site }) => site)).size === list.length),
  ),
};

/** Not in backups of before actions had places. */
export const placesInBackup = {
  menuActions: v.optional(placeEntries.menuActions, noPlaces.menuActions),
  slots: v.optional(placeEntries.slots, noPlaces.slots),
  siteRules: v.optional(placeEntries.siteRules, noPlaces.siteRules),
};
