import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { ourCertificate } from '../stand-in/certificate';

/** What is answered at a path. */
export interface LinkedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface LinkedRequest {
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** Encrypted pages that links lead to, whatever their host is called. */
export interface LinkedServer {
  readonly port: number;
  /** All that was asked for, favourite icons of the browser's own left out. */
  readonly requests: readonly LinkedRequest[];
  answer(path: string, answer: LinkedAnswer): void;
  /** Forgets the requests. */
  forget(): void;
  close(): Promise<void>;
}

export async function serveLinked(): Promise<LinkedServer> {
  const answers = new Map<string, LinkedAnswer>();
  const requests: LinkedRequest[] = [];
  const { key, cert } = await ourCertificate();
  const server = createServer({ key, cert }, ({ headers, url: path = '' }, response) => {
    if (path !== '/favicon.ico') requests.push({ host: headers.host ?? '', path, headers });
    const {
      status,
      headers: told,
      body,
    } = answers.get(path.replace(/\?.*/, '')) ?? { status: 404 };
    response.writeHead(status ?? 200, { 'content-type': 'text/html; charset=utf-8', ...told });
    response.end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    forget: () => void requests.splice(0),
    answer: (path, answer) => void answers.set(path, answer),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
