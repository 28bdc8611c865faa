import { BaseAnthropic } from '@anthropic-ai/sdk/client';
import type { EndpointConfig } from '../core/endpoint';
import { Failure } from '../core/problem';

/**
 * A client for one endpoint and one key: the SDK's transport, stream and errors without its resources, which would bring
 * a third more code for two paths. `heard` is called for the headers and for each chunk of bytes: the SDK swallows `ping`
 * events.
 */
export function createClient(
  config: EndpointConfig,
  key: string | null,
  heard: () => void,
  send: typeof fetch,
): BaseAnthropic {
  return new BaseAnthropic({
    apiKey: null,
    authToken: null,
    defaultHeaders: { Authorization: null, ...authHeaders(config, key) },
    baseURL: config.baseUrl,
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

/** Exactly one header carries the key: the SDK's own choice, Bearer, is refused by some compatible servers. */
function authHeaders({ auth }: EndpointConfig, key: string | null): Record<string, string> {
  if (key === null || auth === 'none') return {};
  return auth === 'bearer' ? { Authorization: `Bearer ${key}` } : { 'x-api-key': key };
}

/** Bytes of a reply, unpacked, after which it is none: the longest answer, a token an event, takes a fifth of them. */
const mostBytes = 100_000_000;

function listening(response: Response, heard: () => void): Response {
  let left = mostBytes;
  heard();
  const body = response.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        heard();
        left -= chunk.length;
        if (left < 0) throw new Failure({ kind: 'unreadable-reply' });
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

/** The SDK reads any page of any kind as an empty list, a captive portal's too. */
export function jsonOnly(send: typeof fetch): typeof fetch {
  return async (url, init) => {
    const response = await send(url, init);
    const type = response.headers.get('content-type') ?? '';
    if (response.ok && !type.includes('json')) throw new Failure({ kind: 'captive-portal' });
    return response;
  };
}
