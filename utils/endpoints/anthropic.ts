import { APIError } from '@anthropic-ai/sdk/core/error';
import { Page } from '@anthropic-ai/sdk/core/pagination';
import type { Stream } from '@anthropic-ai/sdk/core/streaming';
import type { MessageCreateParamsStreaming } from '@anthropic-ai/sdk/resources/messages';
import * as v from 'valibot';
import { type EndpointConfig, isAnthropic } from '../core/endpoint';
import type { Model } from '../core/model';
import { counted, firstReading, nextReading, type Reading } from '../core/money/meter';
import { Failure } from '../core/problem';
import type { Request } from '../core/prompt';
import { type Clean, cleanedJson, withoutKey } from '../core/redact';
import type { Passage } from '../core/source/citation';
import { createClient, jsonOnly } from './anthropic-client';
import { counting } from './anthropic-count';
import { failureOf, idIn } from './anthropic-failure';
import { notingFetch, notingUsage } from './anthropic-notes';
import { readFirstUsage, readLaterUsage } from './anthropic-usage';
import {
  capabilitiesOf,
  modelInfo,
  parseCitation,
  parseEvent,
  type WireEvent,
} from './anthropic-wire';
import type { Ending, Endpoint, EndpointEvent } from './endpoint';
import { fromFirstWord } from './first-word';
import { withoutSplitKey } from './without-key';

/** The Messages API, of Anthropic or of a compatible server. `send` is the browser's own fetch. */
export function anthropic(
  config: EndpointConfig,
  send: typeof fetch = (...args) => fetch(...args),
): Endpoint {
  return {
    async *stream({ request, key, signal, heard, note = () => {} }) {
      const body = checked(request);
      const failed = (error: unknown) => failureOf(error, request.model, key);
      const client = createClient(config, key, heard, notingFetch(send, key, note));
      const { data, response, request_id } = await client
        .post<Stream<unknown>>('/v1/messages', { body, stream: true, signal })
        .withResponse()
        .catch((error: unknown) => Promise.reject(failed(error)));
      checkIsEventStream(response);
      const told = notingUsage(cleaned(arriving(data, failed), withoutKey(key)), note);
      yield* withoutSplitKey(fromFirstWord(read(told, idIn(request_id, key))), key);
    },
    async listModels(key, signal) {
      try {
        const client = createClient(config, key, () => {}, jsonOnly(send));
        const models: Model[] = [];
        const query = { limit: 100 };
        for await (const info of client.getAPIList('/v1/models', Page<unknown>, { query, signal }))
          models.push(modelFrom(cleanedJson(info, withoutKey(key))));
        return models.length === 0 ? null : models;
      } catch (error) {
        if (!isAnthropic(config) && isNoList(error)) return null;
        throw failureOf(error, '', key);
      }
    },
    // Compatible servers mostly do not count.
    ...(isAnthropic(config) && { count: counting(config, send) }),
  };
}

/** What breaks a stream has a name; what is thrown where it is read on is a fault of ours. */
async function* arriving(
  stream: AsyncIterable<unknown>,
  failed: (error: unknown) => Failure,
): AsyncGenerator<unknown> {
  try {
    yield* stream;
  } catch (error) {
    throw failed(error);
  }
}

/** A service may echo what it was sent, wherever it writes. */
async function* cleaned(stream: AsyncIterable<unknown>, clean: Clean): AsyncGenerator<unknown> {
  for await (const event of stream) yield cleanedJson(event, clean);
}

/** Held against the SDK's own type of the body. */
function checked(request: Request): MessageCreateParamsStreaming {
  return request;
}

const noSuchPath: readonly unknown[] = [404, 405, 501];

/** Compatible servers often know no list, or one of another shape. */
function isNoList(error: unknown): boolean {
  if (error instanceof v.ValiError) return true;
  return error instanceof APIError && noSuchPath.includes(error.status);
}

function checkIsEventStream(response: Response): void {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream')) return;
  throw new Failure({ kind: type.startsWith('text/html') ? 'captive-portal' : 'unreadable-reply' });
}

async function* read(
  stream: AsyncIterable<unknown>,
  requestId: string | null,
): AsyncGenerator<EndpointEvent> {
  let reading: Reading = firstReading({ kind: 'none' });
  let outcome: Ending = { kind: 'done' };
  let wrote = false;
  const held: Passage[] = [];
  for await (const event of eventsIn(stream)) {
    yield* cited(event, held);
    const text = textIn(event);
    wrote ||= text !== '';
    if (text) yield { kind: 'text', text };
    switch (event.type) {
      case 'message_start': {
        const { model, usage: told } = event.message;
        reading = firstReading(readFirstUsage(told));
        yield { kind: 'started', usage: counted(reading.usage, false), model, requestId };
        yield* doubted(reading);
        break;
      }
      case 'content_block_start':
      case 'content_block_delta':
      case 'content_block_stop':
        break;
      case 'message_delta': {
        outcome = outcomeOf(event.delta) ?? outcome;
        const report = readLaterUsage(event.usage);
        reading = nextReading(reading, report);
        const billed = report.kind === 'told' && counted(reading.usage, wrote);
        if (billed) yield { kind: 'usage', usage: billed };
        yield* doubted(reading);
        break;
      }
      case 'message_stop':
        yield { kind: 'finished', outcome };
        return;
    }
  }
}

function textIn(event: WireEvent): string {
  if (event.type === 'content_block_start') return event.content_block.text;
  return event.type === 'content_block_delta' ? event.delta.text : '';
}

function* doubted({ doubt }: Reading): Generator<EndpointEvent> {
  if (doubt) yield { kind: 'doubted', doubt };
}

/** The events that we use; the first must be the start, and the only one. */
async function* eventsIn(stream: AsyncIterable<unknown>): AsyncGenerator<WireEvent> {
  let started = false;
  for await (const raw of stream) {
    const event = parseEvent(raw);
    if (!event) continue;
    if (started === (event.type === 'message_start'))
      throw new Failure({ kind: 'unreadable-reply' });
    started = true;
    yield event;
  }
}

/** The passages of a block come before its text: they are held until it ends. */
function* cited(event: WireEvent, held: Passage[]): Generator<EndpointEvent> {
  if (event.type === 'content_block_delta' && event.delta.type === 'citations_delta') {
    const passage = parseCitation(event.delta.citation);
    if (passage) held.push(passage);
  }
  if (event.type === 'content_block_stop' && held.length > 0)
    yield { kind: 'cited', passages: held.splice(0) };
}

/** A reason that we do not know ends the answer like any other: the text is whole as far as anyone can say. */
function outcomeOf(delta: Extract<WireEvent, { type: 'message_delta' }>['delta']): Ending | null {
  switch (delta.stop_reason) {
    case null:
      return null;
    case 'max_tokens':
    case 'model_context_window_exceeded':
      return { kind: 'cut' };
    case 'refusal':
      return { kind: 'refused', category: delta.stop_details?.category ?? null };
    default:
      return { kind: 'done' };
  }
}

function modelFrom(raw: unknown): Model {
  const info = v.parse(modelInfo, raw);
  return {
    id: info.id,
    name: info.display_name ?? info.id,
    maxInput: info.max_input_tokens,
    maxOutput: info.max_tokens,
    ...capabilitiesOf(info),
  };
}
