import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';

const root = import.meta.dirname;
const stub = join(root, 'browser-stub.ts');

export interface Gallery {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the gallery and serves it until it is closed. */
export async function serveGallery(): Promise<Gallery> {
  const outDir = await mkdtemp(join(tmpdir(), 'gloss-gallery-'));
  const shared = {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    resolve: { alias: { 'wxt/browser': stub, '@wxt-dev/browser': stub } },
  } as const;
  await build({ ...shared, build: { outDir, target: 'esnext', emptyOutDir: true } });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0 } });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The gallery is served at no address.');
  return {
    url,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
