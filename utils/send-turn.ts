import type { Means } from './conduct';
import { pricingOf } from './core/endpoint';
import { withData } from './core/prompt';
import type { Run } from './core/run';
import type { Source } from './core/source';
import type { Turn } from './core/turn';
import type { LiveRun } from './live-run';
import type { Plan } from './plan';
import type { Ledger } from './store/ledger';
import { runTurn } from './turn';

/** Sends a planned turn and follows it to its end; its line goes into the ledger. */
export async function sendTurn(
  live: LiveRun,
  means: Means,
  plan: Plan,
  source: Source,
  key: string | null,
): Promise<void> {
  const data = source.media && (await means.dataOf(source.media));
  if (data?.kind === 'problem') return live.emit({ kind: 'failed', problem: data.problem });
  const request = data ? withData(plan.request, data.data) : plan.request;
  const requestHash = await means.digest(JSON.stringify(request));
  const turn = newTurn(means.newId(), plan, requestHash);
  live.emit({ kind: 'queued', turn });
  await runTurn({
    ...means,
    endpoint: means.open(plan.endpoint),
    request,
    source,
    key,
    stop: live.stop.signal,
    current: () => live.current().turns.at(-1) ?? turn,
    emit: live.emit,
    commit: live.commit,
  });
  await writeLine(live.current(), means.ledger);
}

function newTurn(id: string, { endpoint, request, estimate }: Plan, requestHash: string): Turn {
  return {
    id,
    requestHash,
    service: endpoint.name,
    pricing: pricingOf(endpoint),
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
  if (!turn?.receipt || run.private || turn.pricing.kind === 'free') return;
  const { id, receipt } = turn;
  const line = { v: 1, id, at: receipt.sentAt, actionId: run.action.id, receipt } as const;
  await ledger.write(line).catch(() => undefined);
}
