import * as v from 'valibot';
import { anthropicEndpoint } from '../core/endpoint';
import type { Pricing } from '../core/money/prices';
import type { Receipt } from '../core/money/receipt';
import { terms } from '../core/money/usage';
import { interruptionCauses } from '../core/problem';
import type { Turn } from '../core/runs/turn';
import type { Citation } from '../core/source/citation';
import { costSchema, doubtSchema } from './cost-schema';
import { exchange, mould } from './exchange-schema';
import { kinds, problem } from './problem-schema';

export const range = v.object({ low: v.number(), high: v.number() });
export const nullableNumber = v.nullable(v.number());
export const nullableString = v.nullable(v.string());

export const usage = v.object({
  input: v.number(),
  cacheRead: v.number(),
  cacheWrite5m: v.number(),
  cacheWrite1h: v.number(),
  output: v.number(),
  thinking: v.number(),
  searches: v.optional(v.number()),
  terms: v.optional(v.array(v.picklist(terms))),
});

export const receipt: v.GenericSchema<unknown, Receipt> = v.object({
  service: v.optional(v.string(), anthropicEndpoint.name),
  model: v.string(),
  usage: v.nullable(usage),
  final: v.boolean(),
  doubt: v.optional(doubtSchema),
  cost: costSchema,
  saved: v.optional(nullableNumber, null),
  pricedOn: nullableString,
  ownPrice: v.optional(v.literal(true)),
  requestId: nullableString,
  sentAt: v.number(),
  firstWordMs: nullableNumber,
  wholeMs: nullableNumber,
});

const rate = v.optional(v.number());
const prices = v.array(
  v.object({
    model: v.string(),
    input: v.number(),
    output: v.number(),
    cacheRead: rate,
    cacheWrite5m: rate,
    cacheWrite1h: rate,
  }),
);

const pricing: v.GenericSchema<unknown, Pricing> = v.variant('kind', [
  kinds(['free']),
  v.object({ kind: v.literal('listed'), prices: v.optional(prices) }),
  v.object({ kind: v.literal('own'), prices }),
]);

const citation: v.GenericSchema<unknown, Citation> = v.object({
  at: v.number(),
  text: v.string(),
  pages: v.nullable(v.object({ from: v.number(), to: v.number() })),
});

/** A turn as a run's record holds it. What older versions did not have has a default. */
export const turn: v.GenericSchema<unknown, Turn> = v.object({
  id: v.string(),
  requestHash: v.string(),
  mould,
  queuedAt: v.optional(v.number()),
  question: v.optional(nullableString, null),
  asked: v.optional(
    v.nullable(
      v.object({ endpointId: v.string(), origin: v.optional(v.string()), model: v.string() }),
    ),
    null,
  ),
  service: v.optional(v.string(), anthropicEndpoint.name),
  pricing: v.optional(pricing, { kind: 'listed' }),
  model: v.string(),
  prompt: range,
  counted: v.optional(v.number()),
  cached: v.optional(v.nullable(range), null),
  chance: v.optional(v.number()),
  maxOutput: v.number(),
  text: v.string(),
  citations: v.optional(v.array(citation)),
  repeated: v.optional(v.object({ at: v.number() })),
  state: v.variant('kind', [
    kinds(['queued', 'sending', 'streaming', 'done', 'cut', 'stopped']),
    v.object({ kind: v.literal('retrying'), at: v.number(), problem }),
    v.object({
      kind: v.literal('interrupted'),
      cause: v.picklist(interruptionCauses),
    }),
    v.object({ kind: v.literal('failed'), problem }),
  ]),
  usage: v.nullable(usage),
  final: v.boolean(),
  doubt: v.optional(doubtSchema),
  requestId: nullableString,
  sentAt: nullableNumber,
  receipt: v.nullable(receipt),
  exchange,
});
