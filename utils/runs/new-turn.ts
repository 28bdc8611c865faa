import { isDevice, originOf, pricingOf } from '../core/endpoint';
import { cachedPart } from '../core/estimate/estimate';
import { mouldOf } from '../core/glass/glass-body';
import { withData } from '../core/request-parts';
import { type Turn, unsent } from '../core/runs/turn';
import type { LiveRun } from './live-run';
import type { Means } from './means';
import type { Plan } from './plan';

/** A request with all its bytes. `missing`: why what it is about cannot be sent with it. */
export async function wholeRequest(
  means: Pick<Means, 'dataOf' | 'digest'>,
  { source: { media }, request: planned }: Plan,
) {
  const data = media && (await means.dataOf(media));
  const request = data?.kind === 'data' ? withData(planned, data.data) : planned;
  const requestHash = await means.digest(JSON.stringify(request));
  return { request, requestHash, missing: data?.kind === 'problem' ? data.problem : null };
}

/** A turn that has not been sent. */
export function turnOf(
  live: LiveRun,
  { newId, time }: Means,
  plan: Plan,
  requestHash: string,
): Turn {
  const { text, around } = plan.source;
  const answers = live.current().turns.map((turn) => turn.text);
  return {
    ...newTurn(newId(), plan, requestHash),
    mould: mouldOf(JSON.stringify(plan.request), { text, around, file: null, answers }),
    queuedAt: time.now(),
  };
}

function newTurn(id: string, plan: Plan, requestHash: string): Turn {
  const { endpoint, request, estimate, chance, question } = plan;
  const cached = cachedPart(request, estimate.prompt);
  return {
    id,
    requestHash,
    question,
    asked: {
      endpointId: endpoint.id,
      ...(!isDevice(endpoint) && { origin: originOf(endpoint) }),
      model: request.model,
    },
    service: endpoint.name,
    pricing: pricingOf(endpoint),
    model: request.model,
    prompt: estimate.prompt,
    ...(estimate.counted !== undefined && { counted: estimate.counted }),
    cached,
    ...(cached && { chance }),
    maxOutput: request.max_tokens,
    ...unsent,
    state: { kind: 'queued' },
  };
}
