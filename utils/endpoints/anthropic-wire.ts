import * as v from 'valibot';
import type { Passage } from '../core/citation';
import { thinkingTypes } from '../core/model';
import { promptTokens, type Term, type Usage, type UsageUpdate } from '../core/usage';

/** More tokens than any model takes: a report beyond it is not believed. */
const tokens = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));
const optionalTokens = v.nullish(tokens, null);
const thinkingTokens = v.nullish(v.object({ thinking_tokens: optionalTokens }), null);

const firstUsage = v.object({
  input_tokens: tokens,
  output_tokens: tokens,
  cache_read_input_tokens: optionalTokens,
  cache_creation_input_tokens: optionalTokens,
  cache_creation: v.nullish(
    v.object({
      ephemeral_5m_input_tokens: v.nullish(tokens, 0),
      ephemeral_1h_input_tokens: v.nullish(tokens, 0),
    }),
    null,
  ),
  output_tokens_details: thinkingTokens,
  inference_geo: v.nullish(v.string(), null),
  speed: v.nullish(v.string(), null),
  service_tier: v.nullish(v.string(), null),
});

const laterUsage = v.object({
  input_tokens: optionalTokens,
  output_tokens: tokens,
  cache_read_input_tokens: optionalTokens,
  cache_creation_input_tokens: optionalTokens,
  output_tokens_details: thinkingTokens,
});

/** The events of a message stream that we use: https://platform.claude.com/docs/en/build-with-claude/streaming */
const event = v.variant('type', [
  v.object({
    type: v.literal('message_start'),
    message: v.object({ type: v.literal('message'), model: v.string(), usage: v.unknown() }),
  }),
  v.object({
    type: v.literal('content_block_delta'),
    delta: v.object({
      type: v.string(),
      text: v.optional(v.string()),
      citation: v.optional(v.unknown()),
    }),
  }),
  v.object({ type: v.literal('content_block_stop') }),
  v.object({
    type: v.literal('message_delta'),
    delta: v.object({
      stop_reason: v.nullish(v.string(), null),
      stop_details: v.nullish(v.object({ category: v.nullish(v.string(), null) }), null),
    }),
    usage: v.unknown(),
  }),
  v.object({ type: v.literal('message_stop') }),
]);

const page = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const cited_text = v.string();

/** https://platform.claude.com/docs/en/build-with-claude/citations: the page after the last one is the end. */
const citation = v.variant('type', [
  v.object({ type: v.literal('char_location'), cited_text }),
  v.object({
    type: v.literal('page_location'),
    cited_text,
    start_page_number: page,
    end_page_number: page,
  }),
]);

/** A citation; null for one of another kind, or shape: the answer is good without it. */
export function parseCitation(raw: unknown): Passage | null {
  const parsed = v.safeParse(citation, raw);
  if (!parsed.success) return null;
  const { output } = parsed;
  if (output.type === 'char_location') return { text: output.cited_text, pages: null };
  const { cited_text: text, start_page_number: from, end_page_number: end } = output;
  return { text, pages: { from, to: Math.max(from, end - 1) } };
}

export type WireEvent = v.InferOutput<typeof event>;

const known: ReadonlySet<unknown> = new Set(
  event.options.map((option) => option.entries.type.literal),
);

/** One event; null when it is of a kind that we do not use; throws when it is of a known kind but of another shape. */
export function parseEvent(raw: unknown): WireEvent | null {
  const type = typeof raw === 'object' && raw !== null && 'type' in raw ? raw.type : null;
  return known.has(type) ? v.parse(event, raw) : null;
}

/** The usage in `message_start`; null when it makes no sense. */
export function parseFirstUsage(raw: unknown): Usage | null {
  const parsed = v.safeParse(firstUsage, raw);
  if (!parsed.success) return null;
  const usage = parsed.output;
  const written = usage.cache_creation_input_tokens ?? 0;
  const cacheWrite1h = usage.cache_creation?.ephemeral_1h_input_tokens ?? 0;
  return {
    input: usage.input_tokens,
    cacheRead: usage.cache_read_input_tokens ?? 0,
    cacheWrite5m: usage.cache_creation?.ephemeral_5m_input_tokens ?? written,
    cacheWrite1h,
    output: usage.output_tokens,
    thinking: usage.output_tokens_details?.thinking_tokens ?? 0,
    ...termsOf(usage),
  };
}

/** https://platform.claude.com/docs/en/about-claude/pricing: what is dearer than usual, or has no listed price. */
function termsOf(usage: v.InferOutput<typeof firstUsage>): Pick<Usage, 'terms'> {
  const { inference_geo: geography, speed, service_tier: tier } = usage;
  const isUsual = (speed ?? 'standard') === 'standard' && (tier ?? 'standard') === 'standard';
  const dear: Term = speed === 'fast' && tier !== 'priority' ? 'fast' : 'unpriced';
  const terms: Term[] = [
    ...(geography === 'us' ? (['us'] as const) : []),
    ...(isUsual ? [] : [dear]),
  ];
  return terms.length === 0 ? {} : { terms };
}

/** The usage in `message_delta`; null when it makes no sense. */
export function parseLaterUsage(raw: unknown): UsageUpdate | null {
  const parsed = v.safeParse(laterUsage, raw);
  if (!parsed.success) return null;
  return {
    input: parsed.output.input_tokens,
    cacheRead: parsed.output.cache_read_input_tokens,
    cacheWrite: parsed.output.cache_creation_input_tokens,
    output: parsed.output.output_tokens,
    thinking: parsed.output.output_tokens_details?.thinking_tokens ?? null,
  };
}

/** No prompt is without tokens, and no text: a server that says 0 has not counted, which is null. */
export function counted(usage: Usage | null, hasText: boolean): Usage | null {
  if (!usage || promptTokens(usage) === 0) return null;
  return hasText && usage.output === 0 ? null : usage;
}

const supported = v.nullish(v.object({ supported: v.boolean() }), null);

const efforts = ['low', 'medium', 'high', 'xhigh', 'max'] as const;

/** A row of `GET /v1/models`. */
export const modelInfo = v.object({
  id: v.string(),
  display_name: v.nullish(v.string(), null),
  max_input_tokens: v.nullish(v.number(), null),
  max_tokens: v.nullish(v.number(), null),
  capabilities: v.nullish(
    v.object({
      thinking: v.nullish(
        v.object({ types: v.nullish(v.record(v.string(), supported), null) }),
        null,
      ),
      effort: v.nullish(v.record(v.string(), v.unknown()), null),
    }),
    null,
  ),
});

export type ModelInfo = v.InferOutput<typeof modelInfo>;

/** Names of the capabilities that a model supports. */
export function capabilitiesOf(info: ModelInfo) {
  const types = info.capabilities?.thinking?.types;
  const effort = info.capabilities?.effort;
  const isSupported = (value: unknown) => v.is(v.object({ supported: v.literal(true) }), value);
  return {
    thinking: thinkingTypes.filter((type) => isSupported(types?.[type])),
    efforts: efforts.filter((level) => isSupported(effort?.[level])),
  };
}
