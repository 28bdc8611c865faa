import { accept, acceptCount } from './accept';
import { blocksOf, type CountBody } from './body';
import type { PromptCache } from './cache';
import { type Checked, parseJson } from './check-body';
import { checkContentType } from './check-headers';
import { messageOf } from './events';
import { cut, type Exchange, finish, sendFailure, sendJson, writeApiHead } from './exchange';
import { type Failure, failure } from './failure';
import type { ModelSpec } from './models';
import type { AnswerPlan } from './plan';
import { play, type Tempo } from './play';
import { rateLimits } from './rate-limits';
import { type Reply, replyTo } from './reply';
import type { Service } from './service';
import { stepsOf } from './steps';
import { promptTokens } from './tokens';

/** What the answers depend on besides the request. */
export interface World {
  readonly models: readonly ModelSpec[];
  readonly cache: PromptCache;
  readonly tempo: Tempo;
}

function bodyOf({ record, bytes, tooLarge }: Exchange): Checked<unknown> {
  const wrongType = checkContentType(record.headers);
  if (wrongType) return { failed: wrongType };
  if (tooLarge) return { failed: failure(413, 'Request exceeds the maximum size') };
  return parseJson(bytes);
}

const versionOf = ({ record }: Exchange): string => String(record.headers['anthropic-version']);

function planned(
  reply: Reply,
  { stop, usage, earlyUsage, blankFirst = false }: AnswerPlan,
  service: Service,
): Reply {
  const category = stop?.category ?? null;
  const isRefusal = stop?.reason === 'refusal';
  const details = isRefusal ? { type: 'refusal' as const, category, explanation: null } : null;
  return {
    ...reply,
    ...(stop && { stop: { reason: stop.reason, sequence: null, details } }),
    usage: { ...reply.usage, ...service.usage, ...usage },
    ...(earlyUsage && { earlyUsage }),
    blankFirst,
  };
}

/** What a server of text alone says to anything else. */
function unknownBlock({ messages }: CountBody, { documents }: Service): Failure | undefined {
  const blocks = messages.flatMap(({ content }) => blocksOf(content));
  const unknown = documents ? undefined : blocks.find(({ type }) => type === 'document');
  return unknown && failure(400, `unsupported content block type: ${unknown.type}`);
}

/** In one piece: of the mishaps of a stream only the break of the connection has a meaning here. */
function sendWhole(exchange: Exchange, reply: Reply, { mishap }: AnswerPlan): void {
  if (mishap?.kind === 'cut') {
    cut(exchange);
    return;
  }
  writeApiHead(exchange, 200, {
    'content-type': 'application/json',
    ...rateLimits(exchange.number),
  });
  const { text, usage, model, stop } = reply;
  Object.assign(exchange.record.answered ?? {}, { text, usage, model, stopReason: stop.reason });
  finish(exchange, JSON.stringify(messageOf(reply)));
}

async function sendStream(exchange: Exchange, reply: Reply, plan: AnswerPlan, tempo: Tempo) {
  writeApiHead(exchange, 200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
    ...rateLimits(exchange.number),
  });
  exchange.res.flushHeaders();
  Object.assign(exchange.record.answered ?? {}, { model: reply.model });
  await play(stepsOf(reply, plan), exchange, { ...tempo, ...plan });
}

/** POST /v1/messages */
export async function answerMessages(exchange: Exchange, plan: AnswerPlan, world: World) {
  const given = bodyOf(exchange);
  if ('failed' in given) return sendFailure(exchange, given.failed);
  const accepted = accept(given.ok, versionOf(exchange), world.models);
  if ('failed' in accepted) return sendFailure(exchange, accepted.failed);
  const { body, model } = accepted.ok;
  const unknown = unknownBlock(body, exchange.service);
  if (unknown) return sendFailure(exchange, unknown);
  const split = world.cache.split(body, model);
  const reply = planned(replyTo(body, model, split, plan.text), plan, exchange.service);
  if (body.stream) await sendStream(exchange, reply, plan, world.tempo);
  else sendWhole(exchange, reply, plan);
}

/** POST /v1/messages/count_tokens */
export function countTokens(exchange: Exchange, { models }: World): void {
  const given = bodyOf(exchange);
  const counted = 'failed' in given ? given : acceptCount(given.ok, versionOf(exchange), models);
  if ('failed' in counted) sendFailure(exchange, counted.failed);
  else {
    const { body, model } = counted.ok;
    sendJson(exchange, 200, { input_tokens: promptTokens(body, model) });
  }
}
