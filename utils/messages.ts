import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { actionIds } from './core/action';
import type { Estimate } from './core/estimate';
import type { Problem } from './core/problem';
import type { Run, RunEvent } from './core/run';
import type { Source } from './core/source';
import type { KeyStatus } from './store/vault';

const id = v.pipe(v.string(), v.maxLength(64));
const tabId = v.pipe(v.number(), v.integer(), v.minValue(0));

const source = v.strictObject({
  kind: v.picklist(['selection', 'page']),
  text: v.pipe(v.string(), v.minLength(1)),
  title: v.string(),
  address: v.string(),
  language: v.nullable(v.string()),
  hidden: v.number(),
  cut: v.number(),
});

/** All that a view can ask for. Closed: what is not here is not answered. */
const command = v.variant('kind', [
  v.strictObject({ kind: v.literal('preview'), tabId }),
  v.strictObject({ kind: v.literal('start'), tabId, actionId: v.picklist(actionIds), source }),
  v.strictObject({ kind: v.literal('start-on-page'), tabId, actionId: v.picklist(actionIds) }),
  v.strictObject({ kind: v.literal('confirm'), runId: id }),
  v.strictObject({ kind: v.literal('stop'), runId: id }),
  v.strictObject({ kind: v.literal('try-again'), runId: id, tabId, unsaved: v.boolean() }),
  v.strictObject({ kind: v.literal('seen'), runId: id, tabId }),
  v.strictObject({ kind: v.literal('key-status') }),
  v.strictObject({
    kind: v.literal('save-key'),
    key: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)),
    keep: v.picklist(['session', 'device']),
  }),
  v.strictObject({ kind: v.literal('test-key') }),
  v.strictObject({ kind: v.literal('forget-key') }),
  v.strictObject({
    kind: v.literal('change-settings'),
    change: v.partial(
      v.strictObject({
        model: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
        answerLanguage: v.nullable(v.pipe(v.string(), v.maxLength(35))),
      }),
    ),
  }),
]);

export type Command = v.InferOutput<typeof command>;
export type KeyTest = { readonly ok: true } | { readonly ok: false; readonly problem: Problem };

/** What a preview shows: the source and, per action, what it would take; or why there is none. */
export type Preview =
  | {
      readonly kind: 'source';
      readonly source: Source;
      readonly estimates: Readonly<Record<(typeof actionIds)[number], Estimate>>;
    }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** The answer to each command; the text of a run never travels this way. */
export interface Replies {
  readonly preview: Preview;
  readonly start: null;
  readonly 'start-on-page': null;
  readonly confirm: null;
  readonly stop: null;
  readonly 'try-again': null;
  readonly seen: null;
  readonly 'key-status': KeyStatus;
  readonly 'save-key': KeyTest;
  readonly 'test-key': KeyTest;
  readonly 'forget-key': null;
  readonly 'change-settings': null;
}

type CommandOf<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** Asks the background; its answer is our own code's and is taken at its word. */
export function send<K extends Command['kind']>(message: CommandOf<K>): Promise<Replies[K]> {
  return browser.runtime.sendMessage(message);
}

/** A command as far as it is one of ours; null for anything else. */
export function parseCommand(message: unknown): Command | null {
  const parsed = v.safeParse(command, message);
  return parsed.success ? parsed.output : null;
}

/** Fields of a sender that the browser fills in: https://developer.chrome.com/docs/extensions/reference/api/runtime#type-MessageSender */
export interface Sender {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: unknown;
}

/** Whether a message comes from a page of ours, and not from one that a site has framed. */
export function isOurView(sender: Sender, ourId: string, ourOrigin: string): boolean {
  if (sender.id !== ourId) return false;
  if (sender.tab !== undefined && sender.frameId !== 0) return false;
  const origin = sender.origin ?? originOf(sender.url);
  return origin === ourOrigin;
}

function originOf(url: string | undefined): string | null {
  return url && URL.canParse(url) ? new URL(url).origin : null;
}

/** Name of the one port on which all that lives comes out of the background. */
export const runPort = 'run';

/** First message of a view on the port: whose run it shows. */
export type Watch =
  | { readonly kind: 'tab'; readonly tabId: number }
  | { readonly kind: 'run'; readonly runId: string };

const watch = v.variant('kind', [
  v.strictObject({ kind: v.literal('tab'), tabId }),
  v.strictObject({ kind: v.literal('run'), runId: id }),
]);

/** A watch as far as it is one; null for anything else. */
export function parseWatch(message: unknown): Watch | null {
  const parsed = v.safeParse(watch, message);
  return parsed.success ? parsed.output : null;
}

/** The background's side of the port: the state once, again whenever another run takes its place, and events between. */
export type Feed =
  | { readonly kind: 'snapshot'; readonly run: Run | null }
  | { readonly kind: 'events'; readonly runId: string; readonly events: readonly RunEvent[] };
