import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../browsers/find';
import { serveGallery } from './serve';

const out = join(import.meta.dirname, '../../artifacts/gallery');
const axe = await readFile(
  join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'),
  'utf8',
);
const themes = ['light', 'dark'] as const;
const languages = ['en', 'ar'] as const;
const only = process.argv[2];

const found = findBrowser('chrome') ?? findBrowser('chromium') ?? findBrowser('edge');
if (!found) throw new Error('Taking pictures needs Chrome, Chromium or Edge.');

await rm(out, { recursive: true, force: true });
const gallery = await serveGallery();
const browser = await chromium.launch({ executablePath: found.path });
const shots = themes.flatMap((theme) =>
  languages.map((language) => shootAll(browser, theme, language)),
);
const findings = (await Promise.all(shots)).reduce((sum, each) => sum + each);
await browser.close();
await gallery.close();
console.log(findings === 0 ? 'axe: 0 findings' : `axe: ${findings} findings`);
process.exitCode = findings === 0 ? 0 : 1;

async function shootAll(browser: Browser, theme: 'light' | 'dark', language: string) {
  const folder = join(out, `${theme}-${language}`);
  await mkdir(folder, { recursive: true });
  const context = await browser.newContext({ colorScheme: theme, deviceScaleFactor: 1.5 });
  const page = await context.newPage();
  let findings = 0;
  page.on('pageerror', (error) => {
    findings += 1;
    console.log(`${theme} ${language}: ${error.message}`);
  });
  await page.goto(`${gallery.url}?language=${language}`);
  await page.evaluate(axe);
  await page.waitForFunction(() => window.stateNames);
  const all = await page.evaluate(() => window.stateNames);
  const names = all.filter((name) => !only || name.includes(only));
  if (names.length === 0) throw new Error('There is no such state.');
  for (const name of names) {
    await open(page, name);
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
    findings += await check(page, `${theme} ${language} ${name}`);
  }
  await zoomed(page, names, folder);
  await contactSheet(page, names, folder, `${theme}-${language}`);
  await context.close();
  return findings;
}

async function open(page: Page, name: string, zoom = 1): Promise<void> {
  const { width, height } = sizeOf(name);
  await page.setViewportSize({ width, height: Math.round(height / zoom) });
  await page.evaluate((shown) => window.show(shown), name);
  if (name.endsWith('open-receipt')) await page.click('summary');
  await page.evaluate(
    () => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))),
  );
}

/** Pages are shown whole. */
function sizeOf(name: string): { readonly width: number; readonly height: number } {
  if (name.startsWith('options')) return { width: 800, height: 1300 };
  if (name.startsWith('welcome')) return { width: 900, height: 3250 };
  return { width: 400, height: 540 };
}

/** The popup at 200 %, which is a window of half the height, and as narrow as a panel may be. */
async function zoomed(page: Page, names: readonly string[], folder: string) {
  for (const name of ['preview-page', 'done', 'problem-interrupted'].filter((n) =>
    names.includes(n),
  )) {
    await open(page, name, 2);
    await page.screenshot({ path: join(folder, `${name}-zoomed.png`), animations: 'disabled' });
    await page.setViewportSize({ width: 320, height: 540 });
    await page.screenshot({ path: join(folder, `${name}-narrow.png`), animations: 'disabled' });
  }
}

async function check(page: Page, where: string): Promise<number> {
  if ((await page.locator('#app *').count()) < 2) {
    console.log(`${where}: nothing to see`);
    return 1;
  }
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, {
      rules: { 'color-contrast': { enabled: true } },
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    );
  });
  for (const violation of violations) console.log(`${where}: ${violation}`);
  return violations.length;
}

async function contactSheet(page: Page, names: readonly string[], folder: string, title: string) {
  const popup = names.filter((name) => !/^(options|welcome)/.test(name));
  const figures = await Promise.all(
    popup.map(async (name) => {
      const data = (await readFile(join(folder, `${name}.png`))).toString('base64');
      return `<figure><img src="data:image/png;base64,${data}"><figcaption>${name}</figcaption></figure>`;
    }),
  );
  const file = join(folder, 'contact.html');
  await writeFile(
    file,
    `<meta charset="utf-8"><style>body{margin:16px;background:#999;font:13px sans-serif;display:grid;grid-template-columns:repeat(6,300px);gap:16px}figure{margin:0}img{display:block;width:300px}</style>${figures.join('')}`,
  );
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`file://${file}`);
  await page.screenshot({ path: join(out, `${title}.png`), fullPage: true, scale: 'css' });
  await rm(file);
}
