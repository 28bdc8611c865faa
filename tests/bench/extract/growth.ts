import { median } from '../table';
import { runsOn } from './runs';
import { servePages } from './serve';
import type { Stage } from './world';

/** Nodes of the pages: elements and texts. */
const sizes = [1000, 10_000, 40_000] as const;
const rounds = 3;
const engines = ['innerText', 'Readability', 'Defuddle', 'Gloss'] as const;

/** How the time of the first run grows with the size of a page. */
export async function growth(stage: Stage, script: string, model?: string): Promise<string> {
  const site = await servePages((name) => articleOf(Number(name)));
  const lines: string[][] = [
    ['Nodes', ...engines, 'Gloss, longest task'],
    ['---:', ...engines.map(() => '---:'), '---:'],
  ];
  for (const size of sizes) {
    const cells: string[] = [];
    let longest = 0;
    const url = `${site.url}/${size}`;
    for (const engine of engines) {
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        times.push((await runsOn(stage, url, script, engine, model)).processor);
      }
      cells.push(`${median(times).toFixed(1)} ms`);
    }
    for (let round = 0; round < rounds; round += 1) {
      const world = await stage.open(url, script);
      await world.ask('document.body.offsetHeight');
      longest = Math.max(longest, await world.ask<number>(`bench.longestTask('Gloss', ${model})`));
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
