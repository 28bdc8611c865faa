import type { Capture, Target } from './capture';
import { change, forgetStrays, type Leaving } from './change';
import type { Means } from './conduct';
import type { ActionId } from './core/action';
import type { Restored } from './core/backup';
import { type EndpointConfig, originOf } from './core/endpoint';
import type { Source } from './core/source';
import { saveTestedKey, testKept } from './keys';
import type { Command, KeyTest, Replies } from './messages';
import { pasted } from './paste';
import { preview } from './preview';
import { refitted, whatFitsOf } from './refit';
import { restorable } from './restore';
import type { Runner } from './runner';
import { readSettings } from './store/settings';
import { forgetKey, type KeyStatus, keyStatus } from './store/vault';

/** What commands are carried out with. */
export interface Staff extends Leaving {
  readonly runner: Runner;
  readonly means: Pick<Means, 'open' | 'choices' | 'findAccess' | 'time'>;
  readonly capture: (target: Target) => Promise<Capture>;
  readonly isPrivate: (tabId: number) => Promise<boolean>;
  /** BCP 47; null when it cannot be told. */
  readonly detectLanguage: (text: string) => Promise<string | null>;
}

/** Carries out a view's command and answers it. */
export async function obey(command: Command, staff: Staff): Promise<Replies[Command['kind']]> {
  const { runner } = staff;
  switch (command.kind) {
    case 'preview':
      return preview(command.tabId, () => staff.capture(command), staff);
    case 'preview-pasted':
      return preview(command.tabId, async () => pasted(command.text), staff);
    case 'preview-source':
      return preview(command.tabId, async () => shown(command), staff);
    case 'start':
      return begin(staff, command, async () => shown(command));
    case 'start-on-page':
      return begin(staff, command, () => staff.capture({ tabId: command.tabId, wants: 'page' }));
    case 'confirm':
      return done(runner.confirm(command.runId));
    case 'stop':
      return done(runner.stop(command.runId));
    case 'try-again':
      return tryAgain(command, staff);
    case 'what-fits':
      return whatFitsOf(command.runId, staff);
    case 'try-fitting':
      return tryFitting(command, staff);
    case 'seen':
      return done(runner.seen(command.runId, command.tabId, command.aside));
    case 'key-status':
      return statusOf(await configOf(command));
    case 'save-key':
    case 'test-key':
      return test(command, staff);
    case 'forget-key':
      return forget(await configOf(command));
    case 'shield-site':
      return shieldSite(command, staff);
    case 'change-settings':
      return done(change(command.change, staff));
    case 'restore':
      return restore(command.text, staff);
  }
}

async function done(work: Promise<void> | void): Promise<null> {
  await work;
  return null;
}

/** What a view has shown, just as it was shown. */
function shown({ source, shielded }: Extract<Command, { readonly source: Source }>): Capture {
  return { kind: 'source', source, shielded };
}

interface Beginning {
  readonly tabId: number;
  readonly actionId: ActionId;
  readonly endpointId?: string | null;
  readonly model?: string | undefined;
}

async function begin(
  staff: Staff,
  { tabId, actionId, endpointId = null, model }: Beginning,
  capture: () => Promise<Capture>,
  saved = true,
): Promise<null> {
  const isPrivate = await staff.isPrivate(tabId);
  staff.runner.begin({ actionId, tabId, private: isPrivate, saved, endpointId, model, capture });
  return null;
}

/** A new run on the same source; the old one stays as it ended. Without a source the page is read again. */
async function tryAgain(
  { runId, tabId, unsaved }: Extract<Command, { kind: 'try-again' }>,
  staff: Staff,
): Promise<null> {
  const run = await staff.runner.find(runId);
  if (!run) return null;
  const { source, found, actionId, endpointId, model } = run;
  // What was hidden stays hidden.
  const shielded = found ? true : undefined;
  const capture = async (): Promise<Capture> =>
    source
      ? { kind: 'source', source, shielded }
      : staff.capture({ tabId, wants: 'selection-or-page' });
  return begin(staff, { tabId, actionId, endpointId, model }, capture, !unsaved);
}

async function tryFitting(
  command: Extract<Command, { kind: 'try-fitting' }>,
  staff: Staff,
): Promise<null> {
  const again = await refitted(command, staff);
  if (!again) return null;
  const { source, shielded, saved, ...rest } = again;
  const { tabId } = command;
  return begin(
    staff,
    { tabId, ...rest },
    async () => ({ kind: 'source', source, shielded }),
    saved,
  );
}

/** Null for one that has been removed meanwhile: what was meant for it is for no other. */
async function configOf(command: { readonly endpointId: string }): Promise<EndpointConfig | null> {
  const { endpoints } = await readSettings();
  return endpoints.find(({ id }) => id === command.endpointId) ?? null;
}

async function statusOf(config: EndpointConfig | null): Promise<KeyStatus> {
  return config ? keyStatus(originOf(config)) : { kind: 'none' };
}

async function forget(config: EndpointConfig | null): Promise<null> {
  if (config) await forgetKey(originOf(config));
  return null;
}

async function test(
  command: Extract<Command, { kind: 'save-key' | 'test-key' }>,
  staff: Staff,
): Promise<KeyTest> {
  const config = await configOf(command);
  if (!config) return { ok: false, saved: false, problem: { kind: 'key-gone' } };
  const { means } = staff;
  const endpoint = means.open(config);
  if (command.kind === 'test-key') return testKept(config, endpoint);
  const origin = originOf(config);
  // It was pasted for where the user saw it go, and for nowhere else.
  if (command.origin !== origin) return { ok: false, saved: false, problem: { kind: 'key-gone' } };
  const tested = await saveTestedKey(config, endpoint, command.key, command.keep);
  // A test takes seconds, in which the endpoint may have been removed.
  await forgetStrays([origin], staff);
  return tested;
}

async function shieldSite(
  { tabId, site, up }: Extract<Command, { kind: 'shield-site' }>,
  staff: Staff,
): Promise<null> {
  if (await staff.isPrivate(tabId)) return null;
  const { shieldedSites } = await readSettings();
  const others = shieldedSites.filter((each) => each !== site);
  await change({ shieldedSites: up ? [...others, site] : others }, staff);
  return null;
}

async function restore(text: string, staff: Staff): Promise<Restored> {
  const found = restorable(text);
  if (!found.ok) return found;
  try {
    await change(found.settings, staff);
    return { ok: true };
  } catch {
    return { ok: false, fault: { kind: 'not-stored' } };
  }
}
