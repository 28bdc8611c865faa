import * as v from 'valibot';
import type { Exchange } from '../core/glass/exchange';
import type { Mould } from '../core/glass/glass-body';

const headers = v.array(v.strictTuple([v.string(), v.string()]));
const nullableNumber = v.nullable(v.number());

/** What only the glass box shows costs no run that can be read otherwise. */
export const mould: v.GenericSchema<unknown, Mould | undefined> = v.fallback(
  v.optional(
    v.array(
      v.union([
        v.string(),
        v.variant('kind', [
          v.object({ kind: v.picklist(['text', 'quoted']), around: v.optional(v.literal(true)) }),
          v.object({ kind: v.literal('file') }),
          v.object({ kind: v.literal('answer'), turn: v.number() }),
        ]),
      ]),
    ),
  ),
  undefined,
);

export const exchange: v.GenericSchema<unknown, Exchange | undefined> = v.fallback(
  v.optional(
    v.object({
      address: v.string(),
      headers,
      status: nullableNumber,
      replied: headers,
      stopReason: v.nullable(v.string()),
      usage: v.array(v.string()),
      attempts: v.number(),
      timing: v.object({
        queued: nullableNumber,
        firstByte: nullableNumber,
        firstWord: nullableNumber,
        whole: v.number(),
      }),
    }),
  ),
  undefined,
);
