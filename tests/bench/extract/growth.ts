import type { Model } from '../../../utils/page/extract/forest';
import type { Result } from './page';
import { servePages } from './serve';
import type { Stage } from './world';

/** Nodes of the pages: elements and texts. */
const sizes = [1000, 10_000, 40_000] as const;
const engines = ['innerText', 'Readability', 'Defuddle', 'Gloss'] as const;

/** How the time of the first run grows with the size of a page. */
export async function growth(stage: Stage, script: string, model: Model): Promise<string> {
  const site = await servePages((name) => articleOf(Number(name)));
  const lines: string[][] = [
    ['Nodes', ...engines, 'Gloss, longest task'],
    ['---:', ...engines.map(() => '---:'), '---:'],
  ];
  for (const size of sizes) {
    const cells: string[] = [];
    let longest = 0;
    for (const engine of engines) {
      const times: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        const world = await stage.open(`${site.url}/${size}`, script);
        await world.ask('document.body.offsetHeight');
        const call = `bench.run(${JSON.stringify(engine)}, ${JSON.stringify(model)})`;
        const result = await world.ask<Result>(call);
        times.push(result.ms);
        if (engine === 'Gloss') longest = Math.max(longest, result.longest);
      }
      cells.push(`${(times.toSorted((a, b) => a - b)[1] ?? Number.NaN).toFixed(1)} ms`);
    }
    lines.push([String(size), ...cells, `${longest.toFixed(1)} ms`]);
  }
  site.close();
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** An article of about so many nodes, with navigation, sections, links and lists. */
function articleOf(nodes: number): string {
  const words = 'the river that ran below the old town was slow and brown in the late summer'.split(
    ' ',
  );
  const sentence = (n: number) =>
    `${words.map((_, index) => words[(index * 7 + n) % words.length]).join(' ')}, as they said.`;
  let html = '<!doctype html><title>River</title><body><nav><ul>';
  for (let n = 0; n < nodes / 50; n += 1) html += `<li><a href="#${n}">Part ${n}</a></li>`;
  html += '</ul></nav><main><article class="post"><h1>River</h1>';
  for (let n = 0, count = nodes / 9; count < nodes; n += 1, count += 20) {
    html += `<section class="s${n}"><h2>Part ${n}</h2><p>${sentence(n)} <a href="#">${words[n % 9]}</a> ${sentence(n + 3)}</p>`;
    html += `<ul><li>${sentence(n + 1)}</li><li><b>One</b> more</li></ul><p>${sentence(n + 5)}</p></section>`;
  }
  return `${html}</article></main><footer class="footer"><p>© River</p></footer>`;
}
