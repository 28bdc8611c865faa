import * as v from 'valibot';
import { terms } from '../../utils/core/money/usage';

export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a turn took, in each file that is exported: all of it. */
export const usage = v.strictObject({
  input: count,
  cacheRead: count,
  cacheWrite5m: count,
  cacheWrite1h: count,
  output: count,
  thinking: count,
  searches: v.optional(count),
  terms: v.optional(v.array(v.picklist(terms))),
});
