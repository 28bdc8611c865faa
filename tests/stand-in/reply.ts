import { createHash } from 'node:crypto';
import { answerTo } from './answer';
import type { CountBody, MessagesBody } from './body';
import type { PromptSplit } from './cache';
import { type Piece, piecesCited } from './citations';
import type { Effort, ModelSpec } from './models';
import { cutToTokens, tokensOf } from './tokens';

export interface Usage {
  readonly input_tokens: number;
  readonly cache_creation_input_tokens: number;
  readonly cache_read_input_tokens: number;
  readonly cache_creation: {
    readonly ephemeral_5m_input_tokens: number;
    readonly ephemeral_1h_input_tokens: number;
  };
  readonly output_tokens: number;
  readonly output_tokens_details?: { readonly thinking_tokens: number };
  readonly service_tier: 'standard';
  readonly inference_geo: string;
  readonly speed?: 'standard' | 'fast';
}

export interface Stop {
  readonly reason: string;
  readonly sequence: string | null;
  readonly details: {
    readonly type: 'refusal';
    category: string | null;
    explanation: string | null;
  } | null;
}

/** A whole answer, before it is cut into events. */
export interface Reply {
  readonly id: string;
  readonly model: string;
  /** A block of nothing but an empty line comes before all others. */
  readonly blankFirst?: boolean;
  /** Undefined: the model did not think. Empty: it thought and does not show it. */
  readonly thinking?: string;
  readonly signature: string;
  readonly text: string;
  /** The text in the blocks that it comes in. */
  readonly pieces: readonly Piece[];
  readonly stop: Stop;
  readonly usage: Usage;
  /** Told at the start in the place of what is counted by then. */
  readonly earlyUsage?: Partial<Usage>;
}

const ANSWER_OVERHEAD = 3;
const THINKING_TOKENS: Readonly<Record<Effort, number>> = {
  low: 40,
  medium: 120,
  high: 400,
  xhigh: 900,
  max: 1800,
};
const THOUGHT = 'The text is short and the question is clear, so the answer can follow its order.';

/** Tokens spent on thinking: none when it is off, else by effort (or the half of a budget). */
export function thinkingTokens(body: CountBody, model: ModelSpec): number {
  const { thinking } = body;
  if (thinking?.type === 'disabled' || thinking?.type === 'between_tools') return 0;
  if (thinking?.type === 'enabled') return Math.floor(thinking.budget_tokens / 2);
  if (!thinking && !model.thinksByDefault) return 0;
  return THINKING_TOKENS[body.output_config?.effort ?? model.defaultEffort ?? 'medium'];
}

function shownThought(body: CountBody, thought: number): string | undefined {
  if (thought === 0) return undefined;
  const { thinking } = body;
  const shown = thinking && 'display' in thinking ? thinking.display : undefined;
  const byDefault = thinking?.type === 'enabled' ? 'summarized' : 'omitted';
  return (shown ?? byDefault) === 'summarized' ? THOUGHT : '';
}

function stopAt(text: string, sequences: readonly string[] = []): [string, string | null] {
  const hits = sequences
    .map((sequence) => ({ sequence, at: text.indexOf(sequence) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const first = hits[0];
  return first ? [text.slice(0, first.at), first.sequence] : [text, null];
}

interface Said {
  readonly text: string;
  readonly thought: number;
  readonly stop: Stop;
}

/** The answer within max_tokens and what is left of the window, thinking counted first. */
function say(body: MessagesBody, model: ModelSpec, prompt: number, wanted: string): Said {
  const room = Math.max(0, model.maxInput - prompt);
  const limit = Math.min(body.max_tokens, room);
  const thought = Math.min(limit, thinkingTokens(body, model));
  const [whole, sequence] = stopAt(wanted, body.stop_sequences);
  const left = Math.max(0, limit - thought - ANSWER_OVERHEAD);
  const fits = tokensOf(whole) <= left;
  const full = room < body.max_tokens ? 'model_context_window_exceeded' : 'max_tokens';
  const reason = fits ? (sequence === null ? 'end_turn' : 'stop_sequence') : full;
  const text = fits ? whole : cutToTokens(whole, left);
  return { text, thought, stop: { reason, sequence: fits ? sequence : null, details: null } };
}

function usageOf(body: MessagesBody, split: PromptSplit, said: Said): Usage {
  const { text, thought } = said;
  const answer = text === '' ? 0 : tokensOf(text) + ANSWER_OVERHEAD;
  return {
    input_tokens: split.input,
    cache_creation_input_tokens: split.written5m + split.written1h,
    cache_read_input_tokens: split.read,
    cache_creation: {
      ephemeral_5m_input_tokens: split.written5m,
      ephemeral_1h_input_tokens: split.written1h,
    },
    output_tokens: thought + answer,
    ...(thought > 0 && { output_tokens_details: { thinking_tokens: thought } }),
    service_tier: 'standard',
    inference_geo: body.inference_geo ?? 'global',
    ...(body.speed && { speed: body.speed }),
  };
}

/** The reply to a checked request: a function of the request and of what the cache already holds. */
export function replyTo(
  body: MessagesBody,
  model: ModelSpec,
  split: PromptSplit,
  wanted = answerTo(body),
): Reply {
  const prompt = split.input + split.read + split.written5m + split.written1h;
  const said = say(body, model, prompt, wanted);
  const shown = shownThought(body, said.thought);
  const digest = createHash('sha256').update(wanted).digest('base64');
  return {
    id: `msg_demo_${digest.replace(/\W/g, '').slice(0, 16)}`,
    model: model.id,
    ...(shown !== undefined && { thinking: shown }),
    signature: `demo${digest}`,
    text: said.text,
    pieces: piecesCited(body, said.text),
    stop: said.stop,
    usage: usageOf(body, split, said),
  };
}
