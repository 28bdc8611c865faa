import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Site {
  readonly url: string;
  close(): void;
}

/** No script and nothing from outside: the document stays the one that was crawled. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Serves pages on this machine: `/NAME` is `pageOf(NAME)`. */
export async function servePages(pageOf: (name: string) => Buffer | string): Promise<Site> {
  const server = createServer((request, response) => {
    const body = pageOf(decodeURIComponent(request.url?.slice(1) ?? ''));
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    });
    response.end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
