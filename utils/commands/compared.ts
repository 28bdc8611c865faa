import { isEquipped } from '../access';
import {
  deviceEndpoint,
  type EndpointConfig,
  isDevice,
  modelsAt,
  pricingOf,
} from '../core/endpoint';
import { type Compared, type Comparison, compare } from '../core/estimate/compare';
import { priceFor } from '../core/money/prices';
import { leavingTogether } from '../core/shield/shield-source';
import type { Source } from '../core/source/source';
import type { CompareCommand } from '../messages/compare-messages';
import { findAction } from '../own';
import type { Means } from '../runs/means';
import { notTaken } from '../runs/plan';
import { plannedStart } from '../runs/planned';
import { readModels } from '../store/models';
import { readSettings } from '../store/settings';

type Needs = Pick<Means, 'choices' | 'findAccess' | 'time'>;

/** What a start would take of each model that can be asked now, and of the device; the cheapest first. Nothing is sent. */
export async function compared(
  command: CompareCommand,
  means: Needs,
): Promise<readonly Comparison[]> {
  const [{ endpoints }, lists] = await Promise.all([readSettings(), readModels()]);
  const leave = hidingOnce();
  const found: Compared[] = [];
  const asked = (endpoint: EndpointConfig) => {
    const models = modelsAt(endpoint, lists[endpoint.id] ?? []);
    // An action, or a site, may ask for one that is not listed.
    const { endpointId, model = endpoint.model } = command;
    return endpointId === endpoint.id ? modelsAt({ ...endpoint, model }, models) : models;
  };
  for (const endpoint of [...endpoints, deviceEndpoint]) {
    if (!(await canBeAsked(endpoint, command, means))) continue;
    for (const { id: model, name, maxInput } of asked(endpoint)) {
      const start = { ...command, endpointId: endpoint.id, model };
      // From the device nothing leaves, so nothing is hidden.
      const hide = isDevice(endpoint) ? leavingTogether : leave;
      const plan = await plannedStart(start, means, hide);
      if (!plan) return [];
      const price = priceFor(pricingOf(endpoint), model, means.time.now());
      // The device reads a text of any length.
      const reads = isDevice(endpoint) ? Number.POSITIVE_INFINITY : maxInput;
      found.push({ name, maxInput: reads, estimate: plan.estimate, price });
    }
  }
  return compare(found);
}

async function canBeAsked(endpoint: EndpointConfig, command: CompareCommand, means: Needs) {
  if (notTaken(command.source, endpoint)) return false;
  if (isDevice(endpoint)) return canDo(command, means);
  return isEquipped(await means.findAccess(endpoint));
}

/** Whether the device can do it: it reads text, and needs no key. */
async function canDo({ actionId, answers, source }: CompareCommand, { time }: Needs) {
  const asked = await findAction(actionId, answers, time.now());
  return asked?.action.onDevice === true && !source.media;
}

/** What leaves is the same for every model: a long text takes a while to be searched. */
function hidingOnce(): typeof leavingTogether {
  const known = new Map<Source, ReturnType<typeof leavingTogether>>();
  return (source, ...rest) => {
    const left = known.get(source) ?? leavingTogether(source, ...rest);
    known.set(source, left);
    return left;
  };
}
