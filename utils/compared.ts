import { askable } from './askable';
import type { CompareCommand } from './compare-messages';
import type { Means } from './conduct';
import { type Compared, type Comparison, compare } from './core/compare';
import { pricingOf } from './core/endpoint';
import { priceFor } from './core/prices';
import { leavingTogether } from './core/shield-source';
import type { Source } from './core/source';
import { plannedStart } from './planned';

type Needs = Pick<Means, 'choices' | 'findAccess' | 'time'>;

/** What a start would take of each model that can be asked now, the cheapest first. Nothing is sent. */
export async function compared(
  command: CompareCommand,
  means: Needs,
): Promise<readonly Comparison[]> {
  const leave = hidingOnce();
  const found: Compared[] = [];
  // An action, or a site, may ask for one that is not listed.
  for (const { endpoint, model } of await askable(command.source, means, command)) {
    const { id, name, maxInput } = model;
    const start = { ...command, endpointId: endpoint.id, model: id };
    const planned = await plannedStart(start, means, leave);
    if (!planned) return [];
    const price = priceFor(pricingOf(endpoint), id, means.time.now());
    found.push({ name, maxInput, estimate: planned.plan.estimate, price });
  }
  return compare(found);
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
