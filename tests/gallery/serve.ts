import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createServer, preview } from 'vite';

const root = import.meta.dirname;
const stub = join(root, 'browser-stub.ts');

export interface Gallery {
  readonly url: string;
  close(): Promise<void>;
}

const shared = {
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  resolve: { alias: { 'wxt/browser': stub, '@wxt-dev/browser': stub } },
} as const;

/** Builds the gallery and serves it until it is closed. */
export async function serveGallery(): Promise<Gallery> {
  const outDir = await mkdtemp(join(tmpdir(), 'gloss-gallery-'));
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

/** Serves the gallery with each style file in an element of its own. */
export async function serveUnbundled(): Promise<Gallery> {
  const server = await createServer({
    ...shared,
    // What it finds later would load the page anew; no module here needs it.
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { port: 0, hmr: false, watch: null, fs: { allow: [join(root, '../..')] } },
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The gallery is served at no address.');
  return { url, close: () => server.close() };
}
