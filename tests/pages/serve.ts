import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface PageServer {
  readonly origin: string;
  /** Serves a page made up by a test, or with its type a file; returns its address. */
  add(html: string | Uint8Array, headers?: Readonly<Record<string, string>>): string;
  /** Serves a PDF under a name, or to who asks again another thing: a page that says to sign in, or never its end. */
  addPdf(name: string, bytes: Uint8Array, again?: 'sign-in' | 'endless'): string;
  readonly article: string;
  /** How often pages were asked for. */
  asked(): number;
  close(): Promise<void>;
}

interface Served {
  readonly html: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  /** It begins, and does not end. */
  readonly endless?: true;
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
    if (page?.endless) response.write(page.html);
    else response.end(page?.html ?? '<title>404</title>');
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
    addPdf(name, bytes, again) {
      const path = `/files-${pages.size}/${name}`;
      const headers = { 'content-type': 'application/pdf', 'content-length': `${bytes.length}` };
      const asPdf = { html: bytes, headers };
      const unstored = { ...asPdf, headers: { ...headers, 'cache-control': 'no-store' } };
      const endless: Served = { ...unstored, html: bytes.slice(0, 10), endless: true };
      const later = again === 'endless' ? endless : signIn;
      pages.set(path, again ? { ...unstored, later } : asPdf);
      return origin + path;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
