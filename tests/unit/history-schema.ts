import * as v from 'valibot';
import { doubtKinds } from '../../utils/core/money/doubt';
import { sourceKinds } from '../../utils/core/source/source';
import { count, usage } from './usage-schema';

const text = v.string();
const time = v.pipe(v.string(), v.isoTimestamp());

/** In integer billionths of a US dollar. */
const cost = v.variant('kind', [
  v.strictObject({ kind: v.literal('exact'), nano: count }),
  v.strictObject({ kind: v.literal('between'), atLeast: count, atMost: count }),
  v.strictObject({ kind: v.literal('unverified'), claimed: v.nullable(count), atMost: count }),
  v.strictObject({ kind: v.literal('unknown'), atMost: v.optional(count) }),
]);

const receipt = v.strictObject({
  usage: v.nullable(usage),
  final: v.boolean(),
  doubt: v.optional(v.picklist(doubtKinds)),
  cost,
  pricedOn: v.nullable(text),
  requestId: v.nullable(text),
  sentAt: time,
  wholeMs: v.nullable(v.number()),
});

const states = [
  'queued',
  'sending',
  'retrying',
  'streaming',
  'done',
  'cut',
  'stopped',
  'interrupted',
  'failed',
] as const;

const turn = v.strictObject({
  question: v.nullable(text),
  answer: text,
  state: v.picklist(states),
  service: text,
  model: text,
  receipt: v.nullable(receipt),
});

const run = v.strictObject({
  id: text,
  at: time,
  action: v.strictObject({ id: text, title: v.nullable(text), prompt: text }),
  question: text,
  language: text,
  source: v.nullable(
    v.strictObject({
      kind: v.picklist(sourceKinds),
      title: text,
      address: text,
      text,
      page: v.optional(text),
    }),
  ),
  turns: v.array(turn),
});

/** The shape of a file of runs; `docs/history.schema.json` says the same. */
export const historyFile = v.strictObject({
  kind: v.literal('gloss-history'),
  version: v.literal(1),
  made: time,
  runs: v.array(run),
});
