import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Browser, launch } from '../../browsers/browser';
import { browserNames, buildFor } from '../../e2e/support';
import { pageScript } from './bundle';
import { goldPages, htmlOf } from './corpus';
import { places } from './models';
import { scoreOf, wordsOf } from './score';
import { servePages } from './serve';

/** What the engine writes of each page in Chromium and in Firefox, by the model that ships and as everything visible. */
const { values } = parseArgs({
  options: { corpus: { type: 'string' }, step: { type: 'string', default: '1' } },
});
if (!values.corpus) throw new Error('Where is the corpus? --corpus DIR');
const corpus = values.corpus;

type Text = Readonly<Record<'main' | 'everything', string>>;

const model = await readFile(places.ships, 'utf8');
const script = `${await pageScript()};
  const written = async (model) => {
    await bench.run('Gloss', model);
    return bench.text();
  };
  return { main: await written(${model}), everything: await written(null) };`;

async function written(browser: Browser, url: string): Promise<Text> {
  const page = await browser.open(url);
  const text = await page.evaluate<Text, []>(script);
  await page.close();
  return text;
}

const site = await servePages((id) => htmlOf(corpus, id));
const browsers = await Promise.all(
  browserNames.map((name) => launch(name, { extensionDir: buildFor(name) })),
);
const pages = goldPages(corpus, Number(values.step));
/** Words of one against those of the other, where they are not the same to the letter. */
const others: Record<keyof Text, number[]> = { main: [], everything: [] };
for (const { id } of pages) {
  const url = `${site.url}/${id}`;
  const [one, other] = await Promise.all(browsers.map((browser) => written(browser, url)));
  if (!one || !other) continue;
  for (const kind of ['main', 'everything'] as const) {
    if (one[kind] === other[kind]) continue;
    const { f1 } = scoreOf(wordsOf(one[kind]), wordsOf(other[kind]));
    others[kind].push(f1);
    console.log(`${id}, ${kind}: F1 ${f1.toFixed(3)}`);
  }
}
await Promise.all(browsers.map((browser) => browser.kill()));
site.close();
for (const [kind, scores] of Object.entries(others)) {
  const least = Math.min(1, ...scores).toFixed(3);
  const same = pages.length - scores.length;
  console.log(
    `${kind}: the same to the letter on ${same} of ${pages.length} pages; F1 ${least} at least`,
  );
}
