import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorBody, type Failure } from './failure';
import type { Draft, RecordedRequest } from './record';
import type { Service } from './service';

export type Headers = Readonly<Record<string, string>>;

/** One request with its answer under way. */
export interface Exchange {
  readonly record: Draft;
  /** Whom it came to. */
  readonly service: Service;
  readonly bytes: Buffer;
  readonly tooLarge: boolean;
  /** Its number among all that this stand-in received. */
  readonly number: number;
  readonly requestId: string;
  readonly res: ServerResponse;
  /** Aborted when the client has closed the socket, or the stand-in itself. */
  readonly gone: AbortSignal;
  readonly whenGone: Promise<void>;
}

const MAX_BYTES = 32 * 1024 * 1024;

async function readAll(req: IncomingMessage): Promise<{ bytes: Buffer; tooLarge: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BYTES) chunks.push(chunk);
  }
  const tooLarge = size > MAX_BYTES;
  return { bytes: tooLarge ? Buffer.alloc(0) : Buffer.concat(chunks), tooLarge };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function watchClose(res: ServerResponse, record: Draft) {
  const gone = new AbortController();
  res.on('error', () => gone.abort());
  res.on('close', () => {
    if (!res.writableFinished && record.answered?.finishedAt === undefined) {
      record.closedByClientAt = Date.now();
    }
    gone.abort();
  });
  const whenGone = once(gone.signal, 'abort').then(() => undefined);
  return { gone: gone.signal, whenGone };
}

export async function receive(
  req: IncomingMessage,
  res: ServerResponse,
  number: number,
  { requests, service }: { readonly requests: RecordedRequest[]; readonly service: Service },
): Promise<Exchange> {
  const record: Draft = {
    at: Date.now(),
    method: req.method ?? '',
    path: req.url ?? '/',
    headers: req.headers,
    text: '',
    body: undefined,
  };
  requests.push(record);
  const watch = watchClose(res, record);
  const { bytes, tooLarge } = await readAll(req);
  record.text = bytes.toString('utf8');
  record.body = parsed(record.text);
  const requestId = `req_demo_${String(number).padStart(8, '0')}`;
  return { record, service, bytes, tooLarge, number, requestId, res, ...watch };
}

function corsHeaders({ record: { headers }, service }: Exchange): Headers {
  if (headers.origin === undefined || !service.isOpenTo(headers)) return {};
  return { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' };
}

export function writeHead(exchange: Exchange, status: number, headers: Headers): void {
  const { record, requestId, res } = exchange;
  record.answered = { status, requestId, text: '' };
  res.writeHead(status, headers);
}

export function writeApiHead(exchange: Exchange, status: number, headers: Headers): void {
  const { service, requestId } = exchange;
  const name: Headers = service.isAnthropic ? { 'request-id': requestId } : {};
  writeHead(exchange, status, { ...name, ...corsHeaders(exchange), ...headers });
}

export function finish({ record, res }: Exchange, last?: string): void {
  if (record.answered) record.answered.finishedAt = Date.now();
  res.end(last);
}

/** Break the connection from our side. */
export function cut({ record, requestId, res }: Exchange): void {
  record.answered ??= { status: 0, requestId, text: '' };
  record.answered.finishedAt = Date.now();
  res.destroy();
}

export function sendJson(exchange: Exchange, status: number, body: object, headers?: Headers) {
  writeApiHead(exchange, status, { 'content-type': 'application/json', ...headers });
  finish(exchange, JSON.stringify(body));
}

const RETRYABLE = [408, 409, 429];

export function sendFailure(exchange: Exchange, what: Failure, headers?: Headers): void {
  const isFinal = what.status < 500 && !RETRYABLE.includes(what.status);
  const advice: Headers = isFinal ? { 'x-should-retry': 'false' } : {};
  const body = errorBody(what, exchange.requestId);
  sendJson(exchange, what.status, body, { ...advice, ...headers });
}
