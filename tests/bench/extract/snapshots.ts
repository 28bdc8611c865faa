import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Seen } from '../../../utils/page/extract/seen';
import { pageScript } from './bundle';
import { type GoldPage, htmlOf } from './corpus';
import { servePages } from './serve';
import { openStage } from './world';

/** What the engine sees of each page in Chromium. Kept in `cache`, because it takes minutes. */
export async function snapshots(
  corpus: string,
  pages: readonly GoldPage[],
  cache: string,
): Promise<ReadonlyMap<string, Seen>> {
  await mkdir(cache, { recursive: true });
  const fileOf = (id: string) => join(cache, `${id}.json`);
  const missing = pages.filter(({ id }) => !existsSync(fileOf(id)));
  if (missing.length > 0) {
    const script = await pageScript();
    const site = await servePages((id) => htmlOf(corpus, id));
    const stage = await openStage();
    for (const { id } of missing) {
      const world = await stage.open(`${site.url}/${id}`, script);
      await writeFile(fileOf(id), await world.ask<string>('JSON.stringify(bench.see())'));
    }
    await stage.close();
    site.close();
  }
  const seen = new Map<string, Seen>();
  for (const { id } of pages) seen.set(id, JSON.parse(await readFile(fileOf(id), 'utf8')));
  return seen;
}
