import * as v from 'valibot';
import { EFFORTS } from './models';

/** The body of a Messages request as far as Gloss could send it; anything else is refused. */
const CacheControl = v.strictObject({
  type: v.literal('ephemeral'),
  ttl: v.optional(v.picklist(['5m', '1h'])),
});
const cache_control = v.nullish(CacheControl);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const TextBlock = v.strictObject({
  type: v.literal('text'),
  text: v.string(),
  cache_control,
  citations: v.nullish(v.array(v.looseObject({ type: v.string() }))),
});

const Url = v.strictObject({ type: v.literal('url'), url: v.pipe(v.string(), v.url()) });
const FileId = v.strictObject({ type: v.literal('file'), file_id: v.string() });
/** Not the library's: its expression runs out of stack on a few megabytes. */
const isBase64 = (text: string) => text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(text);
const base64 = v.pipe(v.string(), v.minLength(1), v.check(isBase64, 'Invalid base64 data'));

const ImageBlock = v.strictObject({
  type: v.literal('image'),
  source: v.variant('type', [
    v.strictObject({
      type: v.literal('base64'),
      media_type: v.picklist(['image/jpeg', 'image/png', 'image/gif', 'image/webp']),
      data: base64,
    }),
    Url,
    FileId,
  ]),
  cache_control,
});

const DocumentSchema = v.strictObject({
  type: v.literal('document'),
  source: v.variant('type', [
    v.strictObject({
      type: v.literal('text'),
      media_type: v.literal('text/plain'),
      data: v.pipe(v.string(), v.minLength(1)),
    }),
    v.strictObject({
      type: v.literal('base64'),
      media_type: v.literal('application/pdf'),
      data: base64,
    }),
    v.strictObject({
      type: v.literal('content'),
      content: v.lazy((given) => (typeof given === 'string' ? v.string() : v.array(TextBlock))),
    }),
    Url,
    FileId,
  ]),
  title: v.nullish(v.pipe(v.string(), v.minLength(1), v.maxLength(500))),
  context: v.nullish(v.string()),
  citations: v.nullish(v.strictObject({ enabled: v.optional(v.boolean()) })),
  cache_control,
});

const ThinkingBlock = v.strictObject({
  type: v.literal('thinking'),
  thinking: v.string(),
  signature: v.string(),
});
const RedactedBlock = v.strictObject({ type: v.literal('redacted_thinking'), data: v.string() });

const Block = v.variant('type', [
  TextBlock,
  ImageBlock,
  DocumentSchema,
  ThinkingBlock,
  RedactedBlock,
]);

const MessageParam = v.strictObject({
  role: v.picklist(['user', 'assistant', 'system']),
  content: v.lazy((given) => (typeof given === 'string' ? v.string() : v.array(Block))),
});

const display = v.nullish(v.picklist(['summarized', 'omitted']));
const Thinking = v.variant('type', [
  v.strictObject({ type: v.literal('adaptive'), display }),
  v.strictObject({ type: v.literal('between_tools') }),
  v.strictObject({ type: v.literal('disabled') }),
  v.strictObject({
    type: v.literal('enabled'),
    budget_tokens: v.pipe(v.number(), v.integer(), v.minValue(1024)),
    display,
  }),
]);

const shared = {
  model: v.string(),
  messages: v.array(MessageParam),
  system: v.optional(
    v.lazy((given) => (typeof given === 'string' ? v.string() : v.array(TextBlock))),
  ),
  cache_control,
  output_config: v.optional(
    v.strictObject({
      effort: v.nullish(v.picklist(EFFORTS)),
      format: v.nullish(v.looseObject({ type: v.literal('json_schema') })),
    }),
  ),
  speed: v.nullish(v.picklist(['standard', 'fast'])),
  thinking: v.optional(Thinking),
  tool_choice: v.optional(v.looseObject({ type: v.string() })),
  tools: v.optional(v.array(v.looseObject({ name: v.string() }))),
};

export const CountBody = v.strictObject(shared);

export const MessagesBody = v.strictObject({
  ...shared,
  max_tokens: count,
  container: v.nullish(v.unknown()),
  diagnostics: v.nullish(v.strictObject({ previous_message_id: v.nullish(v.string()) })),
  inference_geo: v.nullish(v.string()),
  metadata: v.optional(v.strictObject({ user_id: v.nullish(v.string()) })),
  service_tier: v.optional(v.picklist(['auto', 'standard_only'])),
  stop_sequences: v.optional(v.array(v.string())),
  stream: v.optional(v.boolean()),
});

/** Accepted by the versions before 2026-10-21 only. */
export const sampling = {
  temperature: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  top_p: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  top_k: v.optional(count),
};

export type Block = v.InferOutput<typeof Block>;
export type CountBody = v.InferOutput<typeof CountBody>;
export type MessagesBody = v.InferOutput<typeof MessagesBody>;
export type DocumentBlock = Extract<Block, { type: 'document' }>;

/** A string stands for one block of text. */
export const blocksOf = (content: string | readonly Block[]): readonly Block[] =>
  typeof content === 'string' ? [{ type: 'text', text: content }] : content;
