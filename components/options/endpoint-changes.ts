import { anthropicEndpoint, type EndpointConfig } from '../../utils/core/endpoint';
import type { Settings } from '../../utils/store/settings';

/** The change that puts an endpoint in the place of the one of its id, or at the end. */
export function withEndpoint({ endpoints }: Settings, added: EndpointConfig): Partial<Settings> {
  const known = endpoints.some(({ id }) => id === added.id);
  if (!known) return { endpoints: [...endpoints, added] };
  return { endpoints: endpoints.map((each) => (each.id === added.id ? added : each)) };
}

/** The change that removes an endpoint; if it was the one that is asked, Anthropic is asked from now on. */
export function withoutEndpoint(settings: Settings, removed: string): Partial<Settings> {
  const endpoints = settings.endpoints.filter(({ id }) => id !== removed);
  if (settings.endpoint !== removed) return { endpoints };
  return { endpoints, endpoint: anthropicEndpoint.id };
}
