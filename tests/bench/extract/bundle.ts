import { join } from 'node:path';
import { build } from 'vite';

/** `page.ts` with all that it needs, as one script. */
export async function pageScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'page.ts'), formats: ['iife'], name: 'page' },
    },
  });
  const files = [result].flat().flatMap((built) => ('output' in built ? built.output : []));
  return files.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
}
