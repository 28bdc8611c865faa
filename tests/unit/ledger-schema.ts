import * as v from 'valibot';
import { outcomes } from '../../utils/core/ledger/ledger-line';
import { count, usage } from './usage-schema';

const text = v.string();
const time = v.pipe(v.string(), v.isoTimestamp());
/** Dollars, to the last billionth. */
const usd = v.pipe(v.string(), v.regex(/^-?\d+(\.\d{1,9})?$/));

const bounds = { atLeastUsd: usd, atMostUsd: usd };
const cost = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['exact', 'between', 'unverified']), ...bounds }),
  v.strictObject({
    kind: v.literal('unknown'),
    atLeastUsd: v.optional(usd),
    atMostUsd: v.optional(usd),
  }),
]);

/** Tokens without and with it, and dollars: below 0 where it cost more. */
const saving = v.nullable(v.strictObject({ before: count, after: count, usd: v.nullable(usd) }));

const line = v.strictObject({
  id: text,
  at: time,
  day: v.pipe(text, v.isoDate()),
  action: v.nullable(v.strictObject({ id: text, title: v.nullable(text) })),
  service: text,
  model: text,
  outcome: v.picklist(outcomes),
  usage: v.nullable(usage),
  cost,
  site: v.nullable(text),
  saved: v.strictObject({ page: saving, prompt: saving, cache: saving }),
  requestId: v.nullable(text),
  durationMs: v.nullable(v.number()),
});

/** The shape of a file of costs; `docs/ledger.schema.json` says the same. */
export const ledgerFile = v.strictObject({
  kind: v.literal('gloss-ledger'),
  version: v.literal(1),
  made: time,
  lines: v.array(line),
});
