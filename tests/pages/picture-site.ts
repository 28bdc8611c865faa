import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { ourCertificate } from '../stand-in/certificate';

/** A site that shows its pictures to everybody and lets no other page read them. */
export interface PictureSite {
  readonly port: number;
  /** The headers of each request, the first one first. */
  readonly asked: readonly Readonly<Record<string, unknown>>[];
  close(): Promise<void>;
}

export async function servePicture(picture: Buffer): Promise<PictureSite> {
  const asked: Readonly<Record<string, unknown>>[] = [];
  const { key, cert } = await ourCertificate();
  const server = createServer({ key, cert }, (request, response) => {
    asked.push(request.headers);
    response.writeHead(200, {
      'content-type': 'image/png',
      'cache-control': 'no-store',
      'set-cookie': 'seen=yes; SameSite=None; Secure',
    });
    response.end(picture);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
