import * as v from 'valibot';
import type { Cost } from '../core/money/cost';
import { type Doubt, doubtKinds } from '../core/money/doubt';

/** A cost as runs, heads and the ledger hold it. */
export const costSchema: v.GenericSchema<unknown, Cost> = v.variant('kind', [
  v.object({ kind: v.literal('exact'), nano: v.number() }),
  v.object({ kind: v.literal('between'), atLeast: v.number(), atMost: v.number() }),
  v.object({
    kind: v.literal('unverified'),
    claimed: v.nullable(v.number()),
    atMost: v.number(),
  }),
  v.object({ kind: v.literal('unknown'), atMost: v.optional(v.number()) }),
]);

export const doubtSchema: v.GenericSchema<unknown, Doubt> = v.object({
  kind: v.picklist(doubtKinds),
  raw: v.nullable(v.string()),
});
