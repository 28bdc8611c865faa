import { channel } from 'node:diagnostics_channel';
import { type IncomingMessage, ServerResponse } from 'node:http';

/** ms since 1970, finer than a microsecond here. Chromium's clocks are the same one, told to 0.1 ms. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

/** When the headers of the next POST that is for an answer arrive at the stand-in, and these headers. */
export function nextPost(): Promise<{ at: number; headers: IncomingMessage['headers'] }> {
  const requests = channel('http.server.request.start');
  return new Promise((resolve) => {
    function see(message: unknown) {
      const at = now();
      const { request } = message as { request: IncomingMessage };
      if (request.method !== 'POST' || request.url !== '/v1/messages') return;
      requests.unsubscribe(see);
      resolve({ at, headers: request.headers });
    }
    requests.subscribe(see);
  });
}

/** Tells every write of every answer, which the stand-in keeps no times of; answers how to end it. */
export function watchWrites(tell: (text: string, at: number) => void): () => void {
  const { write } = ServerResponse.prototype;
  function watched(this: ServerResponse, ...args: Parameters<typeof write>) {
    tell(String(args[0]), now());
    return write.apply(this, args);
  }
  ServerResponse.prototype.write = watched as typeof write;
  return () => {
    ServerResponse.prototype.write = write;
  };
}
