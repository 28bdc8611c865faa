import type { Access } from '../access';
import { isDevice } from '../core/endpoint';
import { roughTokensOf } from '../core/estimate/tokens';
import { lineOf } from '../core/ledger/ledger-line';
import { savingsOf } from '../core/ledger/ledger-savings';
import { promptTokens } from '../core/money/usage';
import type { Problem } from '../core/problem';
import type { Request } from '../core/prompt';
import { isCited, promptParts } from '../core/request-parts';
import { answeredBy } from '../core/runs/follow-ups';
import type { Run, RunEvent } from '../core/runs/run';
import type { Turn } from '../core/runs/turn';
import type { Ledger } from '../store/ledger';
import type { LiveRun } from './live-run';
import type { Means } from './means';
import { turnOf, wholeRequest } from './new-turn';
import type { Plan } from './plan';
import { remember } from './remember';
import { setAside } from './spending';
import { runTurn } from './turn';

/**
 * Sends a planned turn once its turn has come, and follows it to its end; its line goes into the ledger. `anyway`: also above
 * a limit.
 */
export async function sendTurn(
  live: LiveRun,
  means: Means,
  plan: Plan,
  key: string | null,
  anyway = live.current().anyway ?? false,
): Promise<void> {
  const { request, turn, missing } = await queue(live, means, plan);
  if (missing) return live.emit(failedBy(missing));
  const spending = await setAside(live, means, plan, turn, anyway);
  if (spending.kind === 'problem') return live.emit(failedBy(spending.problem));
  const current = () => live.current().turns.at(-1) ?? turn;
  const { emit, commit, stop } = live;
  const access = () => accessNow(current(), means, plan, key);
  const { source } = plan;
  const work = { request, source, access, stop: stop.signal, current, emit, commit };
  const send = () => runTurn({ ...means, ...work, endpoint: means.open(plan.endpoint) });
  await spending.spend(send);
  await writeLine(live.current(), plan.request, means.ledger);
  await learn(live.current(), plan, means);
  await countIn(live.current(), plan, means);
  // What is not in the journal is remembered once it is there.
  await live.settled();
  if (live.current().saved) await remember(live.current(), current(), means.answers);
}

/**
 * While a turn waited, in line or to be sent again, the key that was found before may have been locked, or become another,
 * and its endpoint may have been removed, or moved.
 */
async function accessNow(
  { state }: Turn,
  { findAccess, choices }: Means,
  { endpoint }: Plan,
  key: string | null,
): Promise<Access> {
  if (state.kind === 'queued' && state.place === undefined) return { kind: 'granted', key };
  const { endpoint: there } = await choices(endpoint.id);
  if (there.baseUrl === endpoint.baseUrl) return findAccess(endpoint);
  return { kind: 'problem', problem: { kind: 'endpoint-gone' } };
}

/** The next estimate is better for it; from a private window nothing is learnt, nor from what is not all words. */
async function learn(run: Run, { endpoint, request }: Plan, { learnFrom }: Means): Promise<void> {
  const turn = run.turns.at(-1);
  if (
    !turn?.usage ||
    !turn.final ||
    turn.receipt?.doubt ||
    run.private ||
    run.source?.media ||
    isDevice(endpoint)
  )
    return;
  if (isCited(request)) return;
  const rough = roughTokensOf(promptParts(request), request.model);
  const billed = promptTokens(turn.usage);
  const bill = { endpointId: endpoint.id, model: request.model, rough, billed };
  await learnFrom(bill).catch(() => undefined);
}

/** How often the user asks more decides what is cached; of private windows and the device nothing is counted. */
async function countIn(run: Run, { endpoint }: Plan, { countAnswer }: Means): Promise<void> {
  if (run.private || isDevice(endpoint)) return;
  const answered = answeredBy(run.action.id, run.turns);
  if (answered) await countAnswer(answered).catch(() => undefined);
}

/** Puts a turn on record that cannot be sent, with the reason. */
export async function refuseTurn(
  live: LiveRun,
  means: Means,
  plan: Plan,
  problem: Problem,
): Promise<void> {
  await queue(live, means, plan);
  live.emit(failedBy(problem));
}

function failedBy(problem: Problem): RunEvent {
  return { kind: 'ended', state: { kind: 'failed', problem }, receipt: null, requestId: null };
}

async function queue(live: LiveRun, means: Means, plan: Plan) {
  const { request, requestHash, missing } = await wholeRequest(means, plan);
  const turn = turnOf(live, means, plan, requestHash);
  live.emit({ kind: 'queued', turn });
  return { request, turn, missing };
}

/** Puts the last turn into the ledger; `request`: as it was sent, if anybody knows. What is not written is tried again. */
export async function writeLine(run: Run, request: Request | null, ledger: Ledger): Promise<void> {
  const line = lineOf(run, savingsOf(run, request));
  if (line) await ledger.write(line).catch(() => undefined);
}
