import * as v from 'valibot';
import { capturedSchema } from '../capture/inject';
import { questionLimit } from '../core/actions/action';
import { ownLimits } from '../core/actions/own-action';
import { isLongEnough, longestPassphrase } from '../core/passphrase';
import { nearbyLimit } from '../core/source/citation';
import { captureLimit, wanted } from '../core/source/source';
import { puts } from '../page/order';
import type { Parsed } from '../page/read-linked';
import { actionIdSchema, controlsSchema } from '../store/action-schema';
import { unwantedSchema } from '../store/line-record';
import { ownActionSchema } from '../store/own-action-schema';
import { siteRuleSchema } from '../store/place-schema';
import { settingsChange } from '../store/settings';
import { sourceSchema } from '../store/source-schema';
import { keeps } from '../store/vault';
import { id, model, tabId, waySchema } from './field-schemas';
import type { Command } from './messages';
import type { Watch } from './run-port';

/** Of a PDF. */
const page = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const passphrase = v.pipe(v.string(), v.maxLength(longestPassphrase));
const nearby = v.pipe(v.string(), v.maxLength(nearbyLimit));
const origin = v.pipe(v.string(), v.maxLength(2000), v.url());

/** What the user lets pass this once. */
const allowed = { unsaved: v.boolean(), anyway: v.optional(v.boolean()) };

const parsed: v.GenericSchema<unknown, Parsed> = v.strictObject({
  captured: capturedSchema,
  asksPassword: v.boolean(),
  hasScripts: v.boolean(),
});

const beginning = {
  tabId,
  actionId: actionIdSchema,
  controls: controlsSchema,
  question: v.pipe(v.string(), v.maxLength(questionLimit)),
  answers: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(questionLimit))), v.maxLength(50)),
  ),
  source: sourceSchema,
  shielded: v.boolean(),
  endpointId: v.nullable(id),
  model: v.optional(model),
};

const onPage = { tabId, actionId: actionIdSchema, runId: v.optional(id) };

const command: v.GenericSchema<unknown, Command> = v.variant('kind', [
  v.strictObject({
    kind: v.literal('preview'),
    tabId,
    wants: v.picklist(wanted),
    lent: v.optional(origin),
  }),
  v.strictObject({ kind: v.picklist(['preview-picture', 'has-picture']), tabId }),
  v.strictObject({ kind: v.literal('preview-pasted'), tabId, text: v.string() }),
  v.strictObject({
    kind: v.literal('preview-source'),
    tabId,
    source: sourceSchema,
    shielded: v.boolean(),
    picked: v.optional(v.strictObject({ endpointId: id, model })),
  }),
  v.strictObject({
    kind: v.picklist(['start', 'start-request', 'compare', 'count', 'cheaper-before']),
    ...beginning,
  }),
  v.strictObject({
    kind: v.literal('source-before'),
    way: v.picklist(['selection', 'part']),
    ...beginning,
  }),
  v.strictObject({ kind: v.literal('turn-request'), runId: id, turnId: v.nullable(id) }),
  v.strictObject({ kind: v.literal('start-on-page'), ...onPage }),
  v.strictObject({ kind: v.literal('confirm'), runId: id }),
  v.strictObject({ kind: v.literal('choose-pages'), runId: id, from: page, to: page }),
  v.strictObject({ kind: v.literal('stop'), runId: id }),
  v.strictObject({
    kind: v.picklist(['stop-waiting', 'budget', 'storage-trouble', 'begin-database']),
  }),
  v.strictObject({ kind: v.literal('try-again'), runId: id, tabId, ...allowed }),
  v.strictObject({
    kind: v.literal('ask'),
    runId: id,
    tabId,
    question: v.string(),
    ...allowed,
    fresh: v.optional(v.boolean()),
  }),
  v.strictObject({ kind: v.literal('cheaper-ways'), runId: id, tabId }),
  v.strictObject({ kind: v.literal('take-cheaper'), runId: id, tabId, way: waySchema }),
  v.strictObject({ kind: v.literal('withdraw'), runId: id }),
  v.strictObject({ kind: v.literal('try-allowed') }),
  v.strictObject({
    kind: v.literal('put-text'),
    runId: id,
    tabId,
    how: v.picklist(puts),
    text: v.pipe(v.string(), v.maxLength(captureLimit)),
  }),
  v.strictObject({
    kind: v.literal('show-passage'),
    tabId,
    wanted: v.strictObject({
      text: v.pipe(v.string(), v.maxLength(captureLimit)),
      near: v.strictTuple([nearby, nearby]),
    }),
  }),
  v.strictObject({ kind: v.literal('parsed'), id, page: v.nullable(parsed) }),
  v.strictObject({ kind: v.literal('what-fits'), runId: id }),
  v.strictObject({
    kind: v.literal('try-fitting'),
    runId: id,
    tabId,
    model: v.nullable(model),
  }),
  v.strictObject({ kind: v.literal('seen'), runId: id, tabId, aside: v.boolean() }),
  v.strictObject({ kind: v.literal('key-status'), endpointId: id }),
  v.strictObject({
    kind: v.literal('save-key'),
    endpointId: id,
    origin: v.pipe(v.string(), v.maxLength(2000)),
    key: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)),
    keep: v.picklist(keeps),
    passphrase: v.optional(passphrase),
  }),
  v.strictObject({
    kind: v.literal('move-key'),
    endpointId: id,
    keep: v.picklist(keeps),
    passphrase: v.optional(passphrase),
  }),
  v.strictObject({ kind: v.picklist(['lock-status', 'lock-now', 'forget-passphrase']) }),
  v.strictObject({ kind: v.literal('unlock'), passphrase }),
  v.strictObject({
    kind: v.literal('change-passphrase'),
    passphrase,
    next: v.pipe(passphrase, v.check(isLongEnough)),
  }),
  v.strictObject({ kind: v.literal('test-key'), endpointId: id }),
  v.strictObject({ kind: v.literal('forget-key'), endpointId: id }),
  v.strictObject({
    kind: v.literal('shield-site'),
    tabId,
    site: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
    up: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('rule-site'), tabId, rule: siteRuleSchema }),
  v.strictObject({
    kind: v.literal('change-settings'),
    change: settingsChange,
  }),
  v.strictObject({
    kind: v.literal('save-actions'),
    actions: v.pipe(v.array(ownActionSchema), v.maxLength(ownLimits.count)),
  }),
  v.strictObject({
    kind: v.literal('delete-actions'),
    ids: v.pipe(v.array(id), v.maxLength(ownLimits.count)),
  }),
  v.strictObject({ kind: v.literal('import-actions'), text: v.string() }),
  v.strictObject({
    kind: v.literal('plan-action'),
    action: ownActionSchema,
    runId: v.nullable(id),
    sample: v.strictObject({ title: v.string(), text: v.pipe(v.string(), v.minLength(1)) }),
  }),
  v.strictObject({ kind: v.literal('file'), fileId: id }),
  v.strictObject({ kind: v.picklist(['delete-run', 'undo-delete']), runId: id }),
  v.strictObject({ kind: v.picklist(['delete-all-runs', 'complete-history']) }),
  v.strictObject({ kind: v.literal('delete-lines'), unwanted: unwantedSchema }),
  v.strictObject({ kind: v.literal('undo-lines'), deletion: v.pipe(v.number(), v.safeInteger()) }),
  v.strictObject({ kind: v.literal('restore'), text: v.string() }),
]);

const watch = v.variant('kind', [
  v.strictObject({ kind: v.literal('tab'), tabId, last: v.boolean() }),
  v.strictObject({ kind: v.literal('run'), runId: id }),
]);

/** A command as far as it is one of ours; null for anything else. */
export function parseCommand(message: unknown): Command | null {
  const parsed = v.safeParse(command, message);
  return parsed.success ? parsed.output : null;
}

/** A watch as far as it is one; null for anything else. */
export function parseWatch(message: unknown): Watch | null {
  const parsed = v.safeParse(watch, message);
  return parsed.success ? parsed.output : null;
}
