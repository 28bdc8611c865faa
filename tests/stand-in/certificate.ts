import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** What Chromium's --ignore-certificate-errors-spki-list wants. */
  readonly spki: string;
}

let made: Promise<Certificate> | undefined;

/** One for all stand-ins of this process: a browser that trusts one trusts them all, whatever their host is called. */
export function ourCertificate(): Promise<Certificate> {
  made ??= makeCertificate();
  return made;
}

/** A fresh certificate for api.anthropic.com and 127.0.0.1, made in a few milliseconds. */
async function makeCertificate(): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'api.anthropic.com' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'api.anthropic.com' },
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const { publicKey } = new X509Certificate(made.cert);
  const info = publicKey.export({ type: 'spki', format: 'der' });
  const spki = createHash('sha256').update(info).digest('base64');
  return { key: made.private, cert: made.cert, spki };
}
