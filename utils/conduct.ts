import type { Capture } from './capture';
import { needsConsent, type Thresholds } from './core/estimate';
import type { Run, Turn } from './core/run';
import type { Source } from './core/source';
import type { Endpoint } from './endpoints/endpoint';
import type { KeyFound } from './find-key';
import type { LiveRun } from './live-run';
import { type Choices, type Plan, planOf, tooLarge } from './plan';
import type { Ledger } from './store/ledger';
import { runTurn, type Time } from './turn';
import type { Patience } from './watchdog';

/** What it takes to carry out a run; clock, network and storage come in here. */
export interface Means {
  readonly endpoint: Endpoint;
  readonly ledger: Ledger;
  readonly time: Time;
  readonly patience: Patience;
  readonly thresholds: Thresholds;
  readonly isOnline: () => boolean;
  readonly choices: () => Promise<Choices>;
  readonly findKey: (origin: string) => Promise<KeyFound>;
  readonly newId: () => string;
  /** SHA-256, hexadecimal. */
  readonly digest: (text: string) => Promise<string>;
}

/** Carries out a run from its capture on, until it has ended or waits for the user. Throws when storage fails. */
export async function carryOut(
  live: LiveRun,
  means: Means,
  capturing: Promise<Capture>,
): Promise<void> {
  // The choices are read while the page is: the request leaves that much sooner.
  const [captured, choices] = await Promise.all([capturing, means.choices()]);
  if (captured.kind === 'problem') return live.emit({ kind: 'failed', problem: captured.problem });
  const { source } = captured;
  live.emit({ kind: 'captured', source, language: choices.language });
  await proceed(live, means, source, choices, false);
}

/** Carries out a run that had waited for consent: to the language, the model and the price that were shown. */
export async function carryOn(live: LiveRun, means: Means): Promise<void> {
  const { source, language, state } = live.current();
  if (!source || state.kind !== 'confirming') return;
  const choices = { ...(await means.choices()), language, model: state.estimate.model };
  await proceed(live, means, source, choices, true);
}

async function proceed(
  live: LiveRun,
  means: Means,
  source: Source,
  choices: Choices,
  consented: boolean,
): Promise<void> {
  const plan = planOf(live.current().actionId, source, choices, means.time.now());
  // A stopped run ends as a turn that never left, whatever else would have come.
  if (live.stop.signal.aborted) return sendTurn(live, means, plan, '');
  const key = await means.findKey(means.endpoint.origin);
  const problem = key.kind === 'problem' ? key.problem : tooLarge(plan, choices);
  if (problem) return live.emit({ kind: 'failed', problem });
  if (!consented && needsConsent(plan.estimate, means.thresholds)) {
    return live.emit({ kind: 'asked', estimate: plan.estimate });
  }
  if (!means.isOnline()) return live.emit({ kind: 'failed', problem: { kind: 'offline' } });
  if (key.kind === 'key') await sendTurn(live, means, plan, key.key);
}

async function sendTurn(live: LiveRun, means: Means, plan: Plan, key: string): Promise<void> {
  const requestHash = await means.digest(JSON.stringify(plan.request));
  const turn = newTurn(means.newId(), plan, requestHash);
  live.emit({ kind: 'queued', turn });
  await runTurn({
    ...means,
    request: plan.request,
    key,
    stop: live.stop.signal,
    current: () => live.current().turns.at(-1) ?? turn,
    emit: live.emit,
    commit: live.commit,
  });
  await writeLine(live.current(), means.ledger);
}

function newTurn(id: string, { request, estimate }: Plan, requestHash: string): Turn {
  return {
    id,
    requestHash,
    model: request.model,
    prompt: estimate.prompt,
    maxOutput: request.max_tokens,
    text: '',
    state: { kind: 'queued' },
    usage: null,
    final: false,
    requestId: null,
    sentAt: null,
    receipt: null,
  };
}

/** Puts the last turn's receipt into the ledger. One that cannot be written is still in the run and on the screen. */
export async function writeLine(run: Run, ledger: Ledger): Promise<void> {
  const turn = run.turns.at(-1);
  if (!turn?.receipt || run.private) return;
  const { id, receipt } = turn;
  const line = { v: 1, id, at: receipt.sentAt, actionId: run.actionId, receipt } as const;
  await ledger.write(line).catch(() => undefined);
}
