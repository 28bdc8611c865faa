import type { Capture } from '../capture/capture';
import { lent } from '../capture/hosts';
import { pasted } from '../capture/paste';
import { builtIn, type Instruction } from '../core/actions/action';
import { takesQuestion } from '../core/actions/instruction';
import { problemOf, type Terms } from '../core/runs/run';
import { type Aim, type Source, usualAim } from '../core/source/source';
import type { Command } from '../messages/messages';
import { findAction } from '../own';
import { askedAnew } from '../runs/fitting';
import { asCaptured, type Start } from '../runs/start';
import { readOwnActions } from '../store/own-actions';
import { mayLook, preview } from './preview';
import { refitted, whatFitsOf } from './refit';
import { done, type Orders, type Staff } from './staff';

/** What views ask of runs, and of what could become one. */
export const runCommands: Orders<
  | 'preview'
  | 'preview-picture'
  | 'has-picture'
  | 'preview-pasted'
  | 'preview-source'
  | 'start'
  | 'start-on-page'
  | 'confirm'
  | 'choose-pages'
  | 'stop'
  | 'stop-waiting'
  | 'budget'
  | 'try-again'
  | 'ask'
  | 'withdraw'
  | 'parsed'
  | 'what-fits'
  | 'try-fitting'
  | 'seen'
  | 'file'
> = {
  preview: (command, staff) => preview(command.tabId, () => lookAt(command, staff), staff),
  'preview-picture': ({ tabId }, staff) =>
    preview(tabId, () => staff.pictures.capture({ address: null, frameId: 0 }, tabId), staff),
  'has-picture': async ({ tabId }, staff) =>
    (await mayLook(tabId, staff)) && staff.pictures.isInView(tabId),
  'preview-pasted': ({ tabId, text }, staff) => preview(tabId, async () => pasted(text), staff),
  'preview-source': (command, staff) =>
    preview(command.tabId, async () => shown(command), staff, command.picked),
  start: async (command, staff) => {
    const asked = await findAction(command.actionId, command.answers, staff.means.time.now());
    if (asked && takesQuestion(asked.action) && command.question.trim() === '') return null;
    const capture = async () => shown(command);
    return asked && done(begin(staff, { ...command, ...asked, capture }));
  },
  'start-on-page': startOnPage,
  confirm: ({ runId }, { runner }) => done(runner.confirm(runId)),
  'choose-pages': ({ runId, from, to }, { runner }) =>
    done(runner.choosePages(runId, { from, to })),
  stop: ({ runId }, { runner }) => done(runner.stop(runId)),
  budget: (_, { runner }) => runner.budget.state(),
  'stop-waiting': (_, { runner }) => done(runner.stopWaiting()),
  'try-again': tryAgain,
  ask: (command, { runner }) => runner.ask(command),
  withdraw: ({ runId }, { runner }) => done(runner.withdraw(runId)),
  parsed: ({ id, page }, { parsers }) => done(parsers.tell(id, page)),
  'what-fits': ({ runId }, staff) => whatFitsOf(runId, staff),
  'try-fitting': tryFitting,
  seen: ({ runId, tabId, aside }, { runner }) => done(runner.seen(runId, tabId, aside)),
  file: ({ fileId }, { files }) => files.get(fileId),
};

/** Reads a tab, and gives back what was lent for it. */
function lookAt(
  { tabId, wants, lent: origin }: Extract<Command, { kind: 'preview' }>,
  { capture, hosts }: Staff,
): Promise<Capture> {
  const look = async () => capture({ tabId, wants, around: (await wantsAround()) || undefined });
  return origin === undefined ? look() : lent(hosts.borrow(origin), look);
}

/** Whether an action of the user's own reads a selection together with its page. */
async function wantsAround(): Promise<boolean> {
  const own = await readOwnActions().catch(() => []);
  return own.some(({ input }) => input === 'both');
}

async function startOnPage(
  { tabId, actionId, runId }: Extract<Command, { kind: 'start-on-page' }>,
  staff: Staff,
): Promise<boolean> {
  const aim: Aim = { kind: 'tab', wants: 'page' };
  const run = runId === undefined ? null : await staff.runner.find(runId);
  if (run) {
    const { action, controls, question, given, endpointId, model } = run;
    return begin(staff, { tabId, action, controls, question, given, endpointId, model, aim });
  }
  const action = builtIn(actionId);
  // There is no question that could be asked.
  if (!action || takesQuestion(action)) return false;
  return begin(staff, { tabId, action, controls: {}, question: '', aim });
}

/** What a view has shown, just as it was shown. */
function shown({ source, shielded }: Extract<Command, { readonly source: Source }>): Capture {
  return { kind: 'source', source, shielded };
}

/** What a run shall be; the rest is as usual. */
interface NewRun extends Instruction, Terms {
  readonly tabId: number;
  readonly endpointId?: string | null;
  readonly model?: string | undefined;
  readonly aim?: Aim;
  readonly saved?: boolean;
  /** Without it the aim is captured. */
  readonly capture?: Start['capture'] | undefined;
}

/** Answers that it is begun. */
export async function begin(
  staff: Staff,
  { tabId, endpointId = null, model, aim = usualAim, saved = true, capture, ...asked }: NewRun,
): Promise<true> {
  const isPrivate = await staff.isPrivate(tabId);
  staff.runner.begin({
    action: asked.action,
    controls: asked.controls,
    question: asked.question,
    given: asked.given,
    tabId,
    private: isPrivate,
    saved,
    endpointId,
    model,
    aim,
    ...(asked.fresh && { fresh: true }),
    ...(asked.anyway && { anyway: true }),
    ...(asked.cheaper && { cheaper: true }),
    capture: capture ?? ((stop) => staff.captureAim(aim, tabId, stop)),
  });
  return true;
}

/** A new run on the same source; the old one stays as it ended. Without a source its aim is captured again. */
export async function tryAgain(
  { runId, tabId, unsaved, anyway }: Extract<Command, { kind: 'try-again' }>,
  staff: Staff,
): Promise<boolean> {
  const told = await staff.runner.find(runId);
  if (!told) return false;
  // The user has read that another is asked instead.
  const isGone = problemOf(told)?.kind === 'endpoint-gone';
  const run = (isGone && askedAnew(told)) || told;
  const { source, action, controls, question, given, aim } = run;
  const place = isGone ? {} : { endpointId: run.endpointId, model: run.model };
  const capture = source ? asCaptured(source, run) : undefined;
  const asked = { action, controls, question, given, ...place, aim, anyway, fresh: true };
  return begin(staff, { tabId, ...asked, saved: !unsaved, capture });
}

async function tryFitting(
  command: Extract<Command, { kind: 'try-fitting' }>,
  staff: Staff,
): Promise<boolean> {
  const again = await refitted(command, staff);
  if (!again) return (await staff.runner.find(command.runId)) !== null;
  const { runId, tabId } = command;
  if (again.kind === 'here') return staff.runner.ask({ runId, tabId, ...again });
  return begin(staff, { tabId, ...again });
}
