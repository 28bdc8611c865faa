import type { Capture, Target } from './capture';
import { type ActionId, actionIds } from './core/action';
import type { Endpoint } from './endpoints/endpoint';
import { saveTestedKey, testKeptKey } from './keys';
import type { Command, Preview, Replies } from './messages';
import { type Choices, planOf } from './plan';
import type { Runner } from './runner';
import { changeSettings } from './store/settings';
import { forgetKey, keyStatus } from './store/vault';

/** What commands are carried out with. */
export interface Staff {
  readonly runner: Runner;
  readonly endpoint: Endpoint;
  readonly capture: (target: Target) => Promise<Capture>;
  readonly choices: () => Promise<Choices>;
  readonly isPrivate: (tabId: number) => Promise<boolean>;
  /** ms since 1970. */
  readonly now: () => number;
}

/** Carries out a view's command and answers it. */
export async function obey(command: Command, staff: Staff): Promise<Replies[Command['kind']]> {
  const { runner, endpoint } = staff;
  switch (command.kind) {
    case 'preview':
      return preview(command.tabId, staff);
    case 'start': {
      const { source } = command;
      return begin(staff, command, async () => ({ kind: 'source', source }));
    }
    case 'start-on-page':
      return begin(staff, command, () => staff.capture({ tabId: command.tabId, wants: 'page' }));
    case 'confirm':
      await runner.confirm(command.runId);
      return null;
    case 'stop':
      runner.stop(command.runId);
      return null;
    case 'try-again':
      return tryAgain(command, staff);
    case 'seen':
      await runner.seen(command.runId, command.tabId);
      return null;
    case 'key-status':
      return keyStatus();
    case 'save-key':
      return saveTestedKey(endpoint, command.key, command.keep);
    case 'test-key':
      return testKeptKey(endpoint);
    case 'forget-key':
      await forgetKey();
      return null;
    case 'change-settings':
      await changeSettings(command.change);
      return null;
  }
}

async function begin(
  staff: Staff,
  { tabId, actionId }: { readonly tabId: number; readonly actionId: ActionId },
  capture: () => Promise<Capture>,
  saved = true,
): Promise<null> {
  const isPrivate = await staff.isPrivate(tabId);
  staff.runner.begin({ actionId, tabId, private: isPrivate, saved, capture });
  return null;
}

/** A new run on the same source; the old one stays as it ended. Without a source the page is read again. */
async function tryAgain(
  { runId, tabId, unsaved }: Extract<Command, { kind: 'try-again' }>,
  staff: Staff,
): Promise<null> {
  const run = await staff.runner.find(runId);
  if (!run) return null;
  const { source, actionId } = run;
  const capture = async (): Promise<Capture> =>
    source ? { kind: 'source', source } : staff.capture({ tabId, wants: 'selection-or-page' });
  return begin(staff, { tabId, actionId }, capture, !unsaved);
}

async function preview(tabId: number, staff: Staff): Promise<Preview> {
  const [captured, choices] = await Promise.all([
    staff.capture({ tabId, wants: 'selection-or-page' }),
    staff.choices(),
  ]);
  if (captured.kind === 'problem') return captured;
  const { source } = captured;
  const estimate = (id: ActionId) => planOf(id, source, choices, staff.now()).estimate;
  const estimates = Object.fromEntries(actionIds.map((id) => [id, estimate(id)]));
  return {
    kind: 'source',
    source,
    estimates: estimates as Record<ActionId, ReturnType<typeof estimate>>,
  };
}
