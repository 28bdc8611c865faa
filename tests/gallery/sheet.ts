import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { isPage, variants } from './variants';

const style = `
  body { margin: 24px; background: #8a8a8a; font: 12px system-ui, sans-serif; columns: 2; column-gap: 24px; }
  figure { margin: 0 0 16px; break-inside: avoid; }
  figcaption { margin-bottom: 4px; color: white; }
  div { display: grid; grid-template-columns: repeat(${variants.length}, 180px); gap: 8px; }
  img { display: block; width: 180px; height: 243px; object-fit: contain; object-position: top; background: #999; }
  .page { object-fit: cover; }`;

/** All pictures on one sheet: a row for each state, a column for each variant. Pages show their beginning. */
export async function contactSheet(
  browser: Browser,
  states: readonly string[],
  out: string,
): Promise<void> {
  const rows = states.map((state) => {
    const kind = isPage(state) ? 'page' : 'popup';
    const pictures = variants.map(
      ({ name }) => `<img class="${kind}" src="${name}/${state}.png" alt="">`,
    );
    return `<figure><figcaption>${state}</figcaption><div>${pictures.join('')}</div></figure>`;
  });
  const file = join(out, 'contact.html');
  await writeFile(
    file,
    `<!doctype html><meta charset="utf-8"><style>${style}</style>${rows.join('')}`,
  );
  const page = await browser.newPage({ viewport: { width: 1990, height: 1000 } });
  await page.goto(pathToFileURL(file).href);
  await page.screenshot({ path: join(out, 'contact.png'), fullPage: true });
  await page.close();
}
