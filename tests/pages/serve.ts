import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface PageServer {
  readonly origin: string;
  /** Serves a page made up by a test, or with its type a file; returns its address. */
  add(html: string | Uint8Array, headers?: Readonly<Record<string, string>>): string;
  /** Serves a PDF under a name; `once`: whoever asks again gets a page that says to sign in. */
  addPdf(name: string, bytes: Uint8Array, once?: 'once'): string;
  readonly article: string;
  /** How often pages were asked for. */
  asked(): number;
  close(): Promise<void>;
}

interface Served {
  readonly html: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  /** What is served in its place from then on. */
  readonly later?: Served;
}

const signIn: Served = { html: '<!doctype html><title>Sign in</title>', headers: {} };

const article = fileURLToPath(new URL('./article.html', import.meta.url));

/** Pages for browsers under test, on loopback. */
export async function servePages(): Promise<PageServer> {
  const pages = new Map<string, Served>([
    ['/article', { html: readFileSync(article, 'utf8'), headers: {} }],
  ]);
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    const page = pages.get(request.url ?? '');
    if (page?.later) pages.set(request.url ?? '', page.later);
    response.writeHead(page ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      ...page?.headers,
    });
    response.end(page?.html ?? '<title>404</title>');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    article: `${origin}/article`,
    asked: () => asked,
    add(html, headers = {}) {
      const path = `/page-${pages.size}`;
      pages.set(path, { html, headers });
      return origin + path;
    },
    addPdf(name, bytes, once) {
      const path = `/files-${pages.size}/${name}`;
      const headers = { 'content-type': 'application/pdf', 'content-length': `${bytes.length}` };
      const asPdf = { html: bytes, headers };
      const isOnce = {
        ...asPdf,
        headers: { ...headers, 'cache-control': 'no-store' },
        later: signIn,
      };
      pages.set(path, once ? isOnce : asPdf);
      return origin + path;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
