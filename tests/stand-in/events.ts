import type { Piece } from './citations';
import type { Reply, Usage } from './reply';

/** One server-sent event before it is written. */
export interface WireEvent {
  readonly event: string;
  readonly data: object;
  /** The piece of the answer it carries, if it carries one. */
  readonly text?: string;
  /** The usage it tells, if it tells one. */
  readonly usage?: Usage;
  readonly stopReason?: string;
}

const PIECE = /\s*\S{1,4}|\s+$/gu;

/** The text in pieces about as long as tokens; joined they are the text again. */
export function piecesOf(text: string): readonly string[] {
  return text.match(PIECE) ?? [];
}

const delta = (index: number, change: object, text?: string): WireEvent => ({
  event: 'content_block_delta',
  data: { type: 'content_block_delta', index, delta: change },
  ...(text !== undefined && { text }),
});
const opening = (index: number, content_block: object): WireEvent => ({
  event: 'content_block_start',
  data: { type: 'content_block_start', index, content_block },
});
const closing = (index: number): WireEvent => ({
  event: 'content_block_stop',
  data: { type: 'content_block_stop', index },
});
const ping: WireEvent = { event: 'ping', data: { type: 'ping' } };

function start({ id, model, usage, earlyUsage }: Reply): WireEvent {
  const { output_tokens_details: _, ...first } = usage;
  const early = { ...first, output_tokens: Math.min(1, usage.output_tokens), ...earlyUsage };
  const message = {
    model,
    id,
    type: 'message',
    role: 'assistant',
    content: [],
    stop_reason: null,
    stop_sequence: null,
    stop_details: null,
    usage: early,
  };
  return { event: 'message_start', data: { type: 'message_start', message }, usage: early };
}

/** The usage at the end is cumulative and tells less: no split by ttl, no tier, no geo. */
function end({ stop, usage }: Reply): WireEvent {
  const { cache_creation: _c, service_tier: _t, inference_geo: _g, speed: _s, ...last } = usage;
  const change = {
    stop_reason: stop.reason,
    stop_sequence: stop.sequence,
    stop_details: stop.details,
  };
  return {
    event: 'message_delta',
    data: { type: 'message_delta', delta: change, usage: last },
    usage,
    stopReason: stop.reason,
  };
}

function thinkingBlock({ thinking, signature }: Reply, index: number): readonly WireEvent[] {
  if (thinking === undefined) return [];
  return [
    opening(index, { type: 'thinking', thinking: '', signature: '' }),
    ...(index === 0 ? [ping] : []),
    ...piecesOf(thinking).map((piece) => delta(index, { type: 'thinking_delta', thinking: piece })),
    delta(index, { type: 'signature_delta', signature }),
    closing(index),
  ];
}

/** What a block cites comes before its text. */
function textBlock({ text, citations }: Piece, index: number): readonly WireEvent[] {
  return [
    opening(index, { ...(citations && { citations: [] }), type: 'text', text: '' }),
    ...(index === 0 ? [ping] : []),
    ...(citations ?? []).map((citation) => delta(index, { type: 'citations_delta', citation })),
    ...piecesOf(text).map((piece) => delta(index, { type: 'text_delta', text: piece }, piece)),
    closing(index),
  ];
}

/** All blocks, in their order. */
function blocks(reply: Reply): readonly WireEvent[] {
  const blank = reply.blankFirst ? 1 : 0;
  const before = blank + (reply.thinking === undefined ? 0 : 1);
  return [
    ...(blank > 0 ? textBlock({ text: '\n\n' }, 0) : []),
    ...thinkingBlock(reply, blank),
    ...reply.pieces.flatMap((piece, at) => textBlock(piece, before + at)),
  ];
}

/** The reply as the stream tells it. */
export function eventsOf(reply: Reply): readonly WireEvent[] {
  const stop = { event: 'message_stop', data: { type: 'message_stop' } };
  return [start(reply), ...blocks(reply), end(reply), stop];
}

/** The reply in one piece. */
export function messageOf({ id, model, thinking, signature, pieces, stop, usage }: Reply): object {
  return {
    model,
    id,
    type: 'message',
    role: 'assistant',
    content: [
      ...(thinking === undefined ? [] : [{ type: 'thinking', thinking, signature }]),
      ...pieces.map((piece) => ({ type: 'text', ...piece })),
    ],
    stop_reason: stop.reason,
    stop_sequence: stop.sequence,
    stop_details: stop.details,
    usage,
  };
}
