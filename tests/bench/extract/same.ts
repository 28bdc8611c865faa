import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pageScript } from './bundle';
import { goldPages, htmlOf } from './corpus';
import { servePages } from './serve';
import { openStage } from './world';

/**
 * Keeps what the engine writes of each page, by the model that ships and as everything visible; from the second run on,
 * tells of which pages it writes something else than what was kept.
 */
const { values } = parseArgs({
  options: { corpus: { type: 'string' }, step: { type: 'string', default: '1' } },
});
if (!values.corpus) throw new Error('Where is the corpus? --corpus DIR');
const corpus = values.corpus;

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'artifacts/extract/texts');
await mkdir(folder, { recursive: true });
const models = {
  main: await readFile(join(root, 'utils/page/extract/model.json'), 'utf8'),
  everything: 'null',
};

const site = await servePages((id) => htmlOf(corpus, id));
const stage = await openStage();
const script = await pageScript();
const others: string[] = [];
let kept = 0;
for (const { id } of goldPages(corpus, Number(values.step))) {
  const world = await stage.open(`${site.url}/${id}`, script);
  for (const [name, model] of Object.entries(models)) {
    await world.ask(`bench.run('Gloss', ${model})`);
    const text = await world.ask<string>('bench.text()');
    const path = join(folder, `${id}.${name}.txt`);
    if (!existsSync(path)) {
      await writeFile(path, text);
      kept += 1;
    } else if ((await readFile(path, 'utf8')) !== text) {
      await writeFile(join(folder, `${id}.${name}.now`), text);
      others.push(`${id}.${name}`);
    }
  }
}
await stage.close();
site.close();
console.log(`${kept} texts are new. ${others.length} are not what they were: ${others.join(' ')}`);
