import type { Means } from './conduct';
import { type EndpointConfig, modelsAt } from './core/endpoint';
import type { Model } from './core/model';
import type { Source } from './core/source';
import { notTaken } from './plan';
import { readModels } from './store/models';
import { readSettings } from './store/settings';

/** A model, and where it can be asked. */
export interface Askable {
  readonly endpoint: EndpointConfig;
  readonly model: Model;
}

/** The models that can be asked now about a source. `wanted`: one that may not be listed. */
export async function askable(
  source: Source,
  { findAccess }: Pick<Means, 'findAccess'>,
  wanted: { readonly endpointId: string | null; readonly model?: string | undefined } | null = null,
): Promise<readonly Askable[]> {
  const [{ endpoints }, lists] = await Promise.all([readSettings(), readModels()]);
  const found: Askable[] = [];
  for (const endpoint of endpoints) {
    if (notTaken(source, endpoint)) continue;
    if ((await findAccess(endpoint)).kind !== 'granted') continue;
    const listed = modelsAt(endpoint, lists[endpoint.id] ?? []);
    const isWanted = wanted?.endpointId === endpoint.id;
    const model = (isWanted && wanted.model) || endpoint.model;
    for (const each of modelsAt({ ...endpoint, model }, listed))
      found.push({ endpoint, model: each });
  }
  return found;
}
