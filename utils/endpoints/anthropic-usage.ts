import * as v from 'valibot';
import { type DoubtKind, doubtKinds } from '../core/money/doubt';
import type { Report } from '../core/money/meter';
import type { Term, Usage, UsageUpdate } from '../core/money/usage';

/** An issue's message is the kind of doubt. */
const doubted = (kind: DoubtKind) => kind;

/** More tokens than any model takes: a report beyond it is not believed. */
const tokens = v.pipe(
  v.number(doubted('malformed')),
  v.minValue(0, doubted('negative')),
  v.maxValue(10_000_000, doubted('huge')),
  v.integer(doubted('fractional')),
);
const optionalTokens = v.nullish(tokens, null);
const thinkingTokens = v.nullish(v.object({ thinking_tokens: optionalTokens }), null);
const serverTools = v.nullish(v.object({ web_search_requests: optionalTokens }), null);
const cacheSplit = v.nullish(
  v.object({
    ephemeral_5m_input_tokens: optionalTokens,
    ephemeral_1h_input_tokens: optionalTokens,
  }),
  null,
);

/** All but input and output may be null: https://platform.claude.com/docs/en/api/messages */
const told = {
  output_tokens: tokens,
  cache_read_input_tokens: optionalTokens,
  cache_creation_input_tokens: optionalTokens,
  cache_creation: cacheSplit,
  output_tokens_details: thinkingTokens,
  server_tool_use: serverTools,
  inference_geo: v.nullish(v.string(), null),
  speed: v.nullish(v.string(), null),
  service_tier: v.nullish(v.string(), null),
  /** Beta: the steps of a turn that has several. No reason to doubt the sums, whatever it is. */
  iterations: v.fallback(v.nullish(v.array(v.object({ type: v.string() })), null), null),
};
const firstUsage = checked(v.object({ ...told, input_tokens: tokens }));
const laterUsage = checked(v.object({ ...told, input_tokens: optionalTokens }));

type Output = v.InferOutput<v.ObjectSchema<typeof told, undefined>>;

/** Thinking is a part of the output: who tells more of it counts it beside, and is not understood. */
function checked<Told extends Output>(schema: v.GenericSchema<unknown, Told>) {
  const isPart = ({ output_tokens, output_tokens_details: details }: Told) =>
    (details?.thinking_tokens ?? 0) <= output_tokens;
  return v.pipe(schema, v.check(isPart, doubted('malformed')));
}

/** UTF-16 units of a report that are kept to be shown. */
const rawLimit = 2000;

/** The usage in `message_start`. */
export function readFirstUsage(raw: unknown): Report<Usage> {
  return read(firstUsage, raw, (usage) => {
    const { cache_creation: split } = usage;
    const cacheWrite1h = split?.ephemeral_1h_input_tokens ?? 0;
    const written = usage.cache_creation_input_tokens ?? 0;
    return {
      input: usage.input_tokens,
      cacheRead: usage.cache_read_input_tokens ?? 0,
      // Of what was written for nobody says how long, the usual.
      cacheWrite5m: Math.max(split?.ephemeral_5m_input_tokens ?? 0, written - cacheWrite1h),
      cacheWrite1h,
      output: usage.output_tokens,
      thinking: usage.output_tokens_details?.thinking_tokens ?? 0,
      ...searchesOf(usage.server_tool_use?.web_search_requests ?? 0),
      ...termsOf(usage),
    };
  });
}

/** The usage in `message_delta`. */
export function readLaterUsage(raw: unknown): Report<UsageUpdate> {
  return read(laterUsage, raw, (usage) => ({
    input: usage.input_tokens,
    cacheRead: usage.cache_read_input_tokens,
    cacheWrite: writtenLater(usage),
    cacheWrite1h: usage.cache_creation?.ephemeral_1h_input_tokens ?? null,
    output: usage.output_tokens,
    thinking: usage.output_tokens_details?.thinking_tokens ?? null,
    searches: usage.server_tool_use?.web_search_requests ?? null,
    ...termsOf(usage),
  }));
}

/** The documented reports at the end have the sum alone. */
function writtenLater(usage: v.InferOutput<typeof laterUsage>): number | null {
  const { cache_creation: split, cache_creation_input_tokens: sum } = usage;
  const { ephemeral_5m_input_tokens: short, ephemeral_1h_input_tokens: long } = split ?? {};
  const isTold = [short, long].some((part) => typeof part === 'number');
  return isTold ? Math.max(sum ?? 0, (short ?? 0) + (long ?? 0)) : sum;
}

function read<Schema extends v.GenericSchema, Told>(
  schema: Schema,
  raw: unknown,
  translate: (parsed: v.InferOutput<Schema>) => Told,
): Report<Told> {
  if (raw === null || raw === undefined) return { kind: 'none' };
  const parsed = v.safeParse(schema, raw);
  const written = JSON.stringify(raw).slice(0, rawLimit).toWellFormed();
  if (parsed.success) return { kind: 'told', told: translate(parsed.output), raw: written };
  const said = parsed.issues[0].message;
  const kind = doubtKinds.find((known) => known === said) ?? 'malformed';
  return { kind: 'doubtful', doubt: { kind, raw: written } };
}

function searchesOf(searches: number): Pick<Usage, 'searches'> {
  return searches === 0 ? {} : { searches };
}

/**
 * https://platform.claude.com/docs/en/about-claude/pricing: what is dearer than usual, or has no listed price. A step that
 * is none of the model's own, as a compaction or one by another model, is billed beside the sums or at another price.
 */
function termsOf(usage: v.InferOutput<typeof laterUsage>): Pick<Usage, 'terms'> {
  const { inference_geo: geography, speed, service_tier: tier, iterations } = usage;
  const isAlone = (iterations ?? []).every(({ type }) => type === 'message');
  const isUsual =
    isAlone && (speed ?? 'standard') === 'standard' && (tier ?? 'standard') === 'standard';
  const isFast = speed === 'fast' && (tier ?? 'standard') === 'standard' && isAlone;
  const dear: Term = isFast ? 'fast' : 'unpriced';
  const terms: Term[] = [
    ...(geography === 'us' ? (['us'] as const) : []),
    ...(isUsual ? [] : [dear]),
  ];
  return terms.length === 0 ? {} : { terms };
}
