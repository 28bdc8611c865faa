import { BaseAnthropic } from '@anthropic-ai/sdk/client';
import { Messages } from '@anthropic-ai/sdk/resources/messages';
import { Models } from '@anthropic-ai/sdk/resources/models';
import * as v from 'valibot';
import type { Model } from '../core/model';
import { Failure } from '../core/problem';
import { type Usage, updateUsage } from '../core/usage';
import { failureOf } from './anthropic-failure';
import {
  capabilitiesOf,
  modelInfo,
  parseEvent,
  parseFirstUsage,
  parseLaterUsage,
  type WireEvent,
} from './anthropic-wire';
import type { Endpoint, EndpointEvent, Outcome } from './endpoint';

export const anthropicOrigin = 'https://api.anthropic.com';

/** The parts of the SDK that we use: the whole would be three times as large. */
class Client extends BaseAnthropic {
  readonly messages = new Messages(this);
  readonly models = new Models(this);
}

/** `heard` is called for the headers and for each chunk of bytes: the SDK swallows `ping` events. */
function createClient(key: string, heard: () => void, send: typeof fetch): Client {
  return new Client({
    apiKey: key,
    baseURL: anthropicOrigin,
    dangerouslyAllowBrowser: true,
    logLevel: 'off',
    maxRetries: 0,
    fetch: async (url, init) => listening(await send(url, init), heard),
    fetchOptions: {
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    },
  });
}

function listening(response: Response, heard: () => void): Response {
  heard();
  const body = response.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        heard();
        controller.enqueue(chunk);
      },
    }),
  );
  return new Response(body ?? null, {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
  });
}

/** The Messages API of Anthropic. `send` is the browser's own fetch. */
export function anthropic(send: typeof fetch = (...args) => fetch(...args)): Endpoint {
  return {
    origin: anthropicOrigin,
    async *stream(request, key, signal, heard) {
      try {
        const client = createClient(key, heard, send);
        const { data, response, request_id } = await client.messages
          .create(request, { signal })
          .withResponse();
        checkIsEventStream(response);
        yield* read(data, request_id ?? null);
      } catch (error) {
        throw failureOf(error, request.model);
      }
    },
    async listModels(key, signal) {
      try {
        const client = createClient(key, () => {}, send);
        const models: Model[] = [];
        for await (const info of client.models.list({ limit: 100 }, { signal }))
          models.push(modelFrom(info));
        // The SDK reads any page of any kind as an empty list, a captive portal's too.
        if (models.length === 0) throw new Failure({ kind: 'captive-portal' });
        return models;
      } catch (error) {
        throw failureOf(error, '');
      }
    },
  };
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
  let usage: Usage | null = null;
  let outcome: Outcome = { kind: 'done' };
  let started = false;
  for await (const raw of stream) {
    const event = parseEvent(raw);
    if (!event) continue;
    if (started === (event.type === 'message_start'))
      throw new Failure({ kind: 'unreadable-reply' });
    started = true;
    switch (event.type) {
      case 'message_start':
        usage = parseFirstUsage(event.message.usage);
        yield { kind: 'started', usage, model: event.message.model, requestId };
        break;
      case 'content_block_delta':
        if (event.delta.text) yield { kind: 'text', text: event.delta.text };
        break;
      case 'message_delta': {
        outcome = outcomeOf(event.delta) ?? outcome;
        const update = parseLaterUsage(event.usage);
        usage = usage && update && updateUsage(usage, update);
        if (usage) yield { kind: 'usage', usage };
        break;
      }
      case 'message_stop':
        yield { kind: 'finished', outcome };
        return;
    }
  }
}

/** A reason that we do not know ends the answer like any other: the text is whole as far as anyone can say. */
function outcomeOf(delta: Extract<WireEvent, { type: 'message_delta' }>['delta']): Outcome | null {
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
    name: info.display_name,
    maxInput: info.max_input_tokens,
    maxOutput: info.max_tokens,
    ...capabilitiesOf(info),
  };
}
