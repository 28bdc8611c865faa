import * as v from 'valibot';
import { parseBaseUrl } from '../core/base-url';
import { authStyles, deviceEndpoint, mostPrices } from '../core/endpoint';

/** Nano-dollars. */
export const nano = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Some text of at most so many UTF-16 units. */
export const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));

/** An endpoint as it is stored. */
export const endpointSchema = v.strictObject({
  // Model lists are kept by it: a name that every object has would find what is no list.
  id: v.pipe(
    text(64),
    v.notValue(deviceEndpoint.id),
    v.check((id) => !(id in {})),
  ),
  name: text(60),
  baseUrl: v.pipe(
    v.string(),
    v.maxLength(2000),
    v.check((url) => {
      const parsed = parseBaseUrl(url);
      return parsed.kind === 'ok' && parsed.url === url;
    }),
  ),
  auth: v.picklist(authStyles),
  model: text(200),
  prices: v.pipe(
    v.array(
      v.strictObject({
        model: text(200),
        input: nano,
        output: nano,
        cacheRead: v.optional(nano),
        cacheWrite5m: v.optional(nano),
        cacheWrite1h: v.optional(nano),
      }),
    ),
    v.maxLength(mostPrices),
  ),
});
