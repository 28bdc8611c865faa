import * as v from 'valibot';
import { anthropicEndpoint, originOf } from '../core/endpoint';
import { consentAbove, type Estimate } from '../core/estimate/estimate';
import { isLive, type Run, type RunState } from '../core/runs/run';
import { foundKinds } from '../core/shield/shield-kinds';
import { type Aim, type Source, usualAim, wanted } from '../core/source/source';
import { controlsSchema, runActionSchema, withAction } from './action-schema';
import { type KeptTexts, textsFrom } from './kept-texts';
import { kinds, problem } from './problem-schema';
import { storedSourceSchema } from './source-schema';
import { nullableString, range, turn } from './turn-schema';

/** A run as it is stored: version 4. The text of its source lies apart; `live`, `createdAt` and `file` are for indexes. */
export interface RunRecord {
  readonly v: 4;
  readonly id: string;
  readonly createdAt: number;
  readonly live: 0 | 1;
  readonly file?: string;
  readonly run: Run;
}

const estimate: v.GenericSchema<unknown, Estimate> = v.object({
  endpointId: v.optional(v.string(), anthropicEndpoint.id),
  service: v.optional(v.string(), anthropicEndpoint.name),
  origin: v.optional(v.string(), originOf(anthropicEndpoint)),
  model: v.string(),
  prompt: range,
  sources: v.optional(range),
  sourcesCost: v.optional(range),
  maxOutput: v.number(),
  cost: v.nullable(range),
  counted: v.optional(v.number()),
});

const state: v.GenericSchema<unknown, RunState> = v.variant('kind', [
  kinds(['capturing', 'active']),
  v.object({
    kind: v.literal('confirming'),
    estimate,
    thresholds: v.optional(v.object({ nano: v.number(), tokens: v.number() }), consentAbove),
    unshielded: v.optional(v.boolean()),
    question: v.optional(v.string()),
    anyway: v.optional(v.boolean()),
    fresh: v.optional(v.boolean()),
    cheaper: v.optional(v.boolean()),
  }),
  v.object({ kind: v.literal('failed'), problem }),
]);

const aim: v.GenericSchema<unknown, Aim> = v.variant('kind', [
  v.object({
    kind: v.literal('tab'),
    wants: v.picklist(wanted),
    around: v.optional(v.boolean()),
  }),
  v.object({ kind: v.literal('link'), address: v.string() }),
  v.object({
    kind: v.literal('image'),
    address: v.nullable(v.string()),
    frameId: v.number(),
    origin: v.nullable(v.string()),
  }),
]);

const run: v.GenericSchema<unknown, Run> = v.object({
  id: v.string(),
  action: runActionSchema,
  controls: v.optional(controlsSchema, {}),
  question: v.optional(v.string(), ''),
  given: v.optional(
    v.object({
      date: v.string(),
      answers: v.array(v.string()),
      address: v.optional(v.boolean(), false),
    }),
  ),
  endpointId: v.optional(nullableString, null),
  model: v.optional(v.string()),
  fresh: v.optional(v.boolean()),
  state,
  aim: v.optional(aim, usualAim),
  source: v.nullable(storedSourceSchema),
  found: v.optional(
    v.nullable(
      v.array(
        v.object({
          kind: v.picklist(foundKinds),
          placeholder: v.string(),
          original: v.string(),
        }),
      ),
    ),
    null,
  ),
  language: v.string(),
  turns: v.array(turn),
  createdAt: v.number(),
  private: v.boolean(),
  saved: v.boolean(),
  seen: v.optional(v.boolean(), true),
  anyway: v.optional(v.boolean()),
  cheaper: v.optional(v.boolean()),
});

/** What older versions did not have has a default above: there was one endpoint, and what was stored had been seen. */
const record = v.object({
  v: v.picklist([1, 2, 3, 4]),
  run: v.pipe(v.record(v.string(), v.unknown()), v.transform(withAction), run),
});

export function toRecord(subject: Run): RunRecord {
  const { id, createdAt, source } = subject;
  return {
    v: 4,
    id,
    createdAt,
    live: isLive(subject) ? 1 : 0,
    ...(source?.media && { file: source.media.file }),
    run: { ...subject, source: source && withoutTexts(source) },
  };
}

function withoutTexts({ around, ...source }: Source): Source {
  return { ...source, text: '', ...(around !== undefined && { around: '' }) };
}

/** The run of a stored record without its source's text, null when it cannot be read. */
export function runWithoutText(stored: unknown): Run | null {
  const parsed = v.safeParse(record, stored);
  return parsed.success ? parsed.output.run : null;
}

/** The run of a stored record; `kept`: the texts of its source, where they lie apart. Without them there is no source. */
export function fromRecord(stored: unknown, kept: KeptTexts | undefined): Run | null {
  const parsed = v.safeParse(record, stored);
  if (!parsed.success) return null;
  const { v: version, run } = parsed.output;
  if (!run.source || run.source.media || version < 3) return run;
  const texts = textsFrom(kept);
  return { ...run, source: texts && { ...run.source, ...texts } };
}
