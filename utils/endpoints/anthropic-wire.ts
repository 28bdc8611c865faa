import * as v from 'valibot';
import { thinkingTypes } from '../core/model';
import { Failure } from '../core/problem';
import type { Passage } from '../core/source/citation';

/** A text, or null where there is none. */
const word = v.fallback(v.nullable(v.string()), null);

/** How an answer has ended. What cannot be read of it is no reason to drop an answer with its bill. */
const ending = v.object({
  stop_reason: word,
  stop_details: v.fallback(v.nullable(v.object({ category: word })), null),
});

/** Anthropic's own begin with an empty text; those of compatible servers may have its first words. */
const textBlock = v.object({ type: v.literal('text'), text: v.string() });

/** UTF-16 units of it that are kept: it stands in each line of the ledger, and in the sums of its day. */
const modelName = v.pipe(
  v.string(),
  v.transform((name) => name.slice(0, 200)),
);

/** The events of a message stream that we use: https://platform.claude.com/docs/en/build-with-claude/streaming */
const event = v.variant('type', [
  v.object({
    type: v.literal('message_start'),
    message: v.object({
      type: v.literal('message'),
      model: modelName,
      usage: v.optional(v.unknown()),
    }),
  }),
  v.object({
    type: v.literal('content_block_start'),
    content_block: v.fallback(textBlock, { type: 'text', text: '' }),
  }),
  v.object({
    type: v.literal('content_block_delta'),
    delta: v.object({
      type: v.string(),
      text: v.fallback(v.string(), ''),
      citation: v.optional(v.unknown()),
    }),
  }),
  v.object({ type: v.literal('content_block_stop') }),
  v.object({
    type: v.literal('message_delta'),
    delta: v.fallback(ending, { stop_reason: null, stop_details: null }),
    usage: v.optional(v.unknown()),
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

/** One event; null when it is of a kind that we do not use; throws a `Failure` when it is of a known kind but of another shape. */
export function parseEvent(raw: unknown): WireEvent | null {
  const type = typeof raw === 'object' && raw !== null && 'type' in raw ? raw.type : null;
  if (!known.has(type)) return null;
  const parsed = v.safeParse(event, raw);
  if (!parsed.success) throw new Failure({ kind: 'unreadable-reply' });
  return parsed.output;
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
