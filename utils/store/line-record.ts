import * as v from 'valibot';
import { dayAt } from '../core/calendar';
import { type Line, noSavings, outcomes, type Saving } from '../core/ledger/ledger-line';
import type { Unwanted } from '../core/ledger/ledger-query';
import { costSchema } from './cost-schema';
import { nullableNumber, nullableString, receipt, usage } from './turn-schema';

/** A line as it is stored: version 2. */
export interface LineRecord extends Line {
  readonly v: 2;
}

const saving: v.GenericSchema<unknown, Saving | null> = v.nullable(
  v.object({ before: v.number(), after: v.number(), nano: nullableNumber }),
);

const time = v.pipe(v.number(), v.finite());

const line: v.GenericSchema<unknown, LineRecord> = v.object({
  v: v.literal(2),
  id: v.string(),
  at: time,
  day: v.pipe(v.string(), v.isoDate()),
  action: v.nullable(v.object({ id: v.string(), title: nullableString })),
  service: v.string(),
  model: v.string(),
  usage: v.nullable(usage),
  final: v.optional(v.boolean()),
  cost: costSchema,
  outcome: v.picklist(outcomes),
  site: v.string(),
  savings: v.object({ page: saving, prompt: saving, cache: saving }),
  requestId: nullableString,
  wholeMs: nullableNumber,
});

/** Version 1 had the receipt whole, and neither the turn's end nor its site. */
const version1 = v.object({
  v: v.literal(1),
  id: v.string(),
  at: time,
  actionId: v.string(),
  receipt,
});

function fromVersion1({ id, at, actionId, receipt }: v.InferOutput<typeof version1>): Line {
  const { service, model, usage, cost, final, requestId, wholeMs } = receipt;
  return {
    id,
    at,
    day: dayAt(at),
    action: { id: actionId, title: null },
    service,
    model,
    usage,
    cost,
    outcome: final ? 'done' : 'interrupted',
    site: '',
    savings: noSavings,
    requestId,
    wholeMs,
  };
}

const text = v.nullable(v.pipe(v.string(), v.maxLength(2000)));
const day = v.pipe(v.string(), v.maxLength(20));

/** Which lines a view may want deleted. */
export const unwantedSchema: v.GenericSchema<unknown, Unwanted> = v.variant('kind', [
  v.strictObject({ kind: v.literal('line'), id: v.pipe(v.string(), v.maxLength(64)) }),
  v.strictObject({
    kind: v.literal('lines'),
    query: v.strictObject({ from: day, to: day, model: text, actionId: text, site: text }),
  }),
]);

export function toLineRecord(subject: Line): LineRecord {
  return { v: 2, ...subject };
}

/** The line of a stored record of any version; null when it cannot be read. */
export function fromLineRecord(stored: unknown): Line | null {
  const parsed = v.safeParse(line, stored);
  if (parsed.success) {
    const { v: _, ...read } = parsed.output;
    return read;
  }
  const old = v.safeParse(version1, stored);
  return old.success ? fromVersion1(old.output) : null;
}
