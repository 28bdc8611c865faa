import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { within } from './poll';

/** The DevTools protocol over the two pipes of `--remote-debugging-pipe`. */
export interface Cdp {
  send<T = unknown>(method: string, params?: object, sessionId?: string): Promise<T>;
  /** Hears what a session tells by itself, until the answer is called. */
  listen(sessionId: string, hear: (method: string, params: unknown) => void): () => void;
}

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly sessionId?: string };
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly sessionId: string | undefined;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

const patience = 30_000;

export function connectCdp(browser: ChildProcess): Cdp {
  const input = browser.stdio[3] as Writable;
  const output = browser.stdio[4] as Readable;
  const waiting = new Map<number, Waiting>();
  const listening = new Map<string, (method: string, params: unknown) => void>();
  let last = 0;

  function receive(text: string): void {
    const reply = JSON.parse(text) as Reply;
    if (reply.method) listening.get(reply.sessionId ?? '')?.(reply.method, reply.params);
    if (reply.method === 'Target.detachedFromTarget') forget(reply.params?.sessionId);
    const asked = reply.id === undefined ? undefined : waiting.get(reply.id);
    if (!asked || reply.id === undefined) return;
    waiting.delete(reply.id);
    if (reply.error) asked.reject(new Error(reply.error.message));
    else asked.resolve(reply.result);
  }

  /** What a document was asked that has closed meanwhile is never answered. */
  function forget(sessionId: string | undefined): void {
    for (const [id, asked] of waiting) {
      if (sessionId === undefined || asked.sessionId !== sessionId) continue;
      waiting.delete(id);
      asked.reject(new Error('Session with given id not found.'));
    }
  }

  function end(): void {
    for (const { reject } of waiting.values()) reject(new Error('The browser is gone'));
    waiting.clear();
  }

  readMessages(output, receive);
  browser.once('exit', end);
  browser.once('error', end);
  input.on('error', end);

  return {
    send<T>(method: string, params: object = {}, sessionId?: string) {
      if (!input.writable) return Promise.reject(new Error(`${method}: the browser has ended`));
      const id = ++last;
      const answer = new Promise<unknown>((resolve, reject) =>
        waiting.set(id, { sessionId, resolve, reject }),
      );
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      return within(patience, method, answer) as Promise<T>;
    },
    listen(sessionId, hear) {
      listening.set(sessionId, hear);
      return () => void listening.delete(sessionId);
    },
  };
}

function readMessages(output: Readable, receive: (text: string) => void): void {
  let pending: Buffer[] = [];
  output.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, from)) {
      pending.push(chunk.subarray(from, at));
      receive(Buffer.concat(pending).toString('utf8'));
      pending = [];
      from = at + 1;
    }
    pending.push(chunk.subarray(from));
  });
}
