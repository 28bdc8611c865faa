import type { MessageCountTokensParams } from '@anthropic-ai/sdk/resources/messages';
import * as v from 'valibot';
import type { EndpointConfig } from '../core/endpoint';
import type { Request } from '../core/prompt';
import { createClient, jsonOnly } from './anthropic-client';
import { failureOf } from './anthropic-failure';
import type { Endpoint } from './endpoint';

const reply = v.object({ input_tokens: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) });

/** Counts by `POST /v1/messages/count_tokens`: https://platform.claude.com/docs/en/build-with-claude/token-counting */
export function counting(
  config: EndpointConfig,
  send: typeof fetch,
): NonNullable<Endpoint['count']> {
  return async (request, key, signal) => {
    try {
      const client = createClient(config, key, () => {}, jsonOnly(send));
      const body = countable(request);
      const told = await client.post<unknown>('/v1/messages/count_tokens', { body, signal });
      return v.parse(reply, told).input_tokens;
    } catch (error) {
      throw failureOf(error, request.model, key);
    }
  };
}

/** All of a request that is read: its answer has no part in the count, and is refused there. */
function countable(request: Request): MessageCountTokensParams {
  const { max_tokens: _, stream: __, ...read } = request;
  return read;
}
