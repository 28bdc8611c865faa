import { type EndpointConfig, pricingOf } from '../core/endpoint';
import { prefixOf } from '../core/estimate/estimate';
import { cachePays } from '../core/money/caching';
import type { Range } from '../core/money/money';
import { priceFor } from '../core/money/prices';
import type { Request } from '../core/prompt';
import { withPage } from '../core/request-parts';

/** What is known about the next minutes of a request; `prompt` in estimated tokens, `at` in ms since 1970. */
interface Outlook {
  readonly endpoint: EndpointConfig;
  readonly at: number;
  readonly prompt: Range;
  /** Whether its page lies in the cache already. */
  readonly warm: boolean;
  /** Of one more question about it, from 0 to 1. */
  readonly chance: number;
}

/** The request, which asks to cache its page where that pays. */
export function cachedIfItPays(
  request: Request,
  { endpoint, at, prompt, warm, chance }: Outlook,
): Request {
  const { model } = request;
  const price = priceFor(pricingOf(endpoint), model, at);
  const prefix = prefixOf(request, prompt);
  if (!cachePays({ model, price, prompt, prefix, warm, chance })) return request;
  return marked(request);
}

function marked(request: Request): Request {
  return withPage(request, (page) => ({ ...page, cache_control: { type: 'ephemeral' } }));
}

/** The same request with the other choice about the cache: it asks the same, and is answered the same. */
export function otherwiseCached(request: Request): Request {
  if (!request.messages[0].content[0].cache_control) return marked(request);
  return withPage(request, ({ cache_control: _, ...page }) => page);
}
