import { isEquipped } from '../access';
import { type EndpointConfig, modelsAt } from '../core/endpoint';
import type { Model } from '../core/model';
import type { Source } from '../core/source/source';
import { readModels } from '../store/models';
import { readSettings } from '../store/settings';
import type { Means } from './means';
import { notTaken } from './plan';

/** A model, and where it can be asked. */
interface Askable {
  readonly endpoint: EndpointConfig;
  readonly model: Model;
}

/** The models of services that can be asked now about a source. */
export async function askable(
  source: Source,
  { findAccess }: Pick<Means, 'findAccess'>,
): Promise<readonly Askable[]> {
  const [{ endpoints }, lists] = await Promise.all([readSettings(), readModels()]);
  const found: Askable[] = [];
  for (const endpoint of endpoints) {
    if (notTaken(source, endpoint) || !isEquipped(await findAccess(endpoint))) continue;
    for (const model of modelsAt(endpoint, lists[endpoint.id] ?? []))
      found.push({ endpoint, model });
  }
  return found;
}
