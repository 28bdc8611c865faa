import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import type { Controls } from '../core/actions/controls';
import { anthropicEndpoint, deviceEndpoint, type EndpointConfig } from '../core/endpoint';
import { consentAbove } from '../core/estimate/estimate';
import { languages } from '../core/language';
import { usualLimits } from '../core/money/budget';
import type { NanoDollars } from '../core/money/money';
import { wordLimits } from '../core/shield/shield-words';
import { actionIdSchema, controlsByAction } from './action-schema';
import { endpointSchema, nano, text } from './endpoint-schema';
import { inTurn } from './in-turn';
import { type Look, textSizes, themes, usualLook } from './look';
import { noPlaces, type Places, placeEntries, placesInBackup } from './place-schema';
import { entriesOf } from './readable';
import { fromVersion1 } from './settings-version';

export const menuViews = ['popup', 'panel'] as const;
export const privateRules = ['memory', 'off'] as const;

export interface Settings extends Places, Look {
  /** Anthropic's first; each id once. */
  readonly endpoints: readonly EndpointConfig[];
  /** Id of the endpoint that is asked; the device's for none. */
  readonly endpoint: string;
  /** BCP 47; null: the language of the user interface. */
  readonly answerLanguage: string | null;
  /** What the right-click opens. */
  readonly menuView: (typeof menuViews)[number];
  /** Gloss asks before it sends what may cost more; 0: always. */
  readonly confirmAbove: NanoDollars;
  /** In private windows: keep runs in memory only, or do nothing at all. */
  readonly privateWindows: (typeof privateRules)[number];
  /** How long answers are kept, in days; null: until they are deleted. */
  readonly retentionDays: number | null;
  /** How long the ledger's lines are kept, in days; null: until they are deleted. */
  readonly ledgerDays: number | null;
  /** Whether the ledger's lines tell the site. */
  readonly ledgerSites: boolean;
  /** Most that may be spent; null: no limit, 0: nothing may be sent. */
  readonly monthlyLimit: NanoDollars | null;
  readonly dailyLimit: NanoDollars | null;
  readonly runLimit: NanoDollars | null;
  /** Hours after which keys under a passphrase lock themselves; null: when the browser closes. */
  readonly lockAfter: number | null;
  /** Whether the same request is answered by what it was answered before. */
  readonly freeRepeats: boolean;
  /** Ids of actions that the popup does not offer. */
  readonly hiddenActions: readonly string[];
  /** Ids of actions as the user has ordered them; what is not in it comes after. */
  readonly actionOrder: readonly string[];
  /** What was last chosen for an action's controls, by its id. */
  readonly controls: Readonly<Record<string, Controls>>;
  /** Hosts on which personal data is hidden before anything is sent. */
  readonly shieldedSites: readonly string[];
  /** What is hidden there beside it. */
  readonly shieldWords: readonly string[];
}

export const defaultSettings: Settings = {
  endpoints: [anthropicEndpoint],
  endpoint: anthropicEndpoint.id,
  answerLanguage: null,
  ...usualLook,
  menuView: 'popup',
  confirmAbove: consentAbove.nano,
  privateWindows: 'memory',
  retentionDays: 30,
  ledgerDays: null,
  ledgerSites: true,
  monthlyLimit: usualLimits.month,
  dailyLimit: usualLimits.day,
  runLimit: usualLimits.run,
  lockAfter: 12,
  freeRepeats: true,
  hiddenActions: [],
  actionOrder: [],
  controls: {},
  ...noPlaces,
  shieldedSites: [],
  shieldWords: [],
};

const days = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_500)));

const entries = {
  endpoints: v.pipe(
    v.array(endpointSchema),
    v.maxLength(20),
    v.check((list) => new Set(list.map(({ id }) => id)).size === list.length),
  ),
  endpoint: text(64),
  answerLanguage: v.nullable(v.pipe(v.string(), v.maxLength(35))),
  uiLanguage: v.nullable(v.picklist(languages)),
  theme: v.picklist(themes),
  textSize: v.picklist(textSizes),
  menuView: v.picklist(menuViews),
  confirmAbove: nano,
  privateWindows: v.picklist(privateRules),
  retentionDays: days,
  ledgerDays: days,
  ledgerSites: v.boolean(),
  monthlyLimit: v.nullable(nano),
  dailyLimit: v.nullable(nano),
  runLimit: v.nullable(nano),
  lockAfter: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(168))),
  freeRepeats: v.boolean(),
  hiddenActions: v.pipe(v.array(v.pipe(actionIdSchema, v.notValue('summarize'))), v.maxLength(500)),
  actionOrder: v.pipe(v.array(actionIdSchema), v.maxLength(500)),
  controls: controlsByAction,
  ...placeEntries,
  shieldedSites: v.pipe(v.array(text(255)), v.maxLength(5000)),
  shieldWords: v.pipe(v.array(text(wordLimits.length)), v.maxLength(wordLimits.count)),
};

/** All settings, exactly: what a backup must be. */
export const settingsSchema: v.GenericSchema<unknown, Settings> = v.strictObject({
  ...entries,
  actionOrder: v.optional(entries.actionOrder, []),
  dailyLimit: v.optional(entries.dailyLimit, usualLimits.day),
  runLimit: v.optional(entries.runLimit, usualLimits.run),
  ledgerDays: v.optional(entries.ledgerDays, defaultSettings.ledgerDays),
  ledgerSites: v.optional(entries.ledgerSites, defaultSettings.ledgerSites),
  lockAfter: v.optional(entries.lockAfter, defaultSettings.lockAfter),
  freeRepeats: v.optional(entries.freeRepeats, defaultSettings.freeRepeats),
  // Not in backups of before there was a shield, or a control.
  controls: v.optional(entries.controls, {}),
  ...placesInBackup,
  shieldedSites: v.optional(entries.shieldedSites, []),
  shieldWords: v.optional(entries.shieldWords, []),
});

/** Some of the settings, exactly: what a view may change. */
export const settingsChange: v.GenericSchema<unknown, Partial<Settings>> = v.pipe(
  v.partial(v.strictObject(entries)),
  v.transform(withoutUndefined),
);

/** An absent setting stays as it is; so does one that is there and undefined. */
function withoutUndefined(change: object): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

const item = storage.defineItem<unknown>('local:settings', {
  version: 2,
  migrations: { 2: (stored: unknown) => fromVersion1(stored, defaultSettings) },
});

function parse(stored: unknown): Settings {
  const told = entriesOf(stored);
  const readable = Object.entries(entries).flatMap(([name, schema]) => {
    const parsed = v.safeParse(schema, told[name]);
    return parsed.success ? [[name, parsed.output]] : [];
  });
  return sound({ ...defaultSettings, ...Object.fromEntries(readable) });
}

/** Anthropic is always there at its own address, and the endpoint that is asked is one of the list. */
function sound(settings: Settings): Settings {
  const isOurs = ({ id }: EndpointConfig) => id === anthropicEndpoint.id;
  const { name, baseUrl, auth } = anthropicEndpoint;
  const ours = { ...(settings.endpoints.find(isOurs) ?? anthropicEndpoint), name, baseUrl, auth };
  const endpoints = [ours, ...settings.endpoints.filter((endpoint) => !isOurs(endpoint))];
  const known = [...endpoints, deviceEndpoint].some(({ id }) => id === settings.endpoint);
  return { ...settings, endpoints, endpoint: known ? settings.endpoint : anthropicEndpoint.id };
}

/** The user's settings; what cannot be read is as if never set. */
export async function readSettings(): Promise<Settings> {
  return parse(await item.getValue());
}

/** Calls back with the settings after each change, and with those before it; returns how to stop. */
export function watchSettings(changed: (settings: Settings, before: Settings) => void): () => void {
  return item.watch((stored, before) => changed(parse(stored), parse(before)));
}

const inOrder = inTurn();

/** Changes some of the settings; what a later version has set stays. The background is the one writer; in order. */
export function changeSettings(change: Partial<Settings>): Promise<void> {
  return inOrder(async () => {
    const stored = await item.getValue();
    await item.setValue({ ...entriesOf(stored), ...sound({ ...parse(stored), ...change }) });
  });
}
