import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { languages } from '../../utils/core/language';
import { findBrowser } from '../browsers/find';
import { checkFits, tellingLanguages } from './fits';
import { checkOrder } from './order';
import { serveGallery, serveUnbundled } from './serve';
import { contactSheet } from './sheet';
import { rulesOfColors, sizeOf, type Variant, variants } from './variants';

const out = join(import.meta.dirname, '../../artifacts/gallery');
const axe = await readFile(
  join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'),
  'utf8',
);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  // Pictures are for a person: the checks do without.
  options: { pictures: { type: 'boolean', default: true } },
  allowNegative: true,
});
const only = positionals[0] ?? '';

const found = findBrowser('chrome') ?? findBrowser('chromium') ?? findBrowser('edge');
if (!found) throw new Error('Taking pictures needs Chrome, Chromium or Edge.');

if (values.pictures) await rm(out, { recursive: true, force: true });
const gallery = await serveGallery();
const browser = await chromium.launch({ executablePath: found.path });
const shown = variants.filter(({ always }) => always || values.pictures);
const shot = await Promise.all(shown.map((variant) => shootAll(browser, variant)));
const findings = shot.reduce((sum, each) => sum + each.findings, 0);
const spoken = values.pictures ? languages : tellingLanguages;
const cut = await checkFits(browser, gallery.url, only, spoken);
const unbundled = await serveUnbundled();
const ordered = await checkOrder(browser, unbundled.url, only);
await unbundled.close();
if (values.pictures) await contactSheet(browser, shot[0]?.names ?? [], out);
await browser.close();
await gallery.close();
console.log(
  `axe: ${findings} findings; texts that are cut: ${cut}; styles that depend on the order of files: ${ordered}`,
);
process.exitCode = findings + cut + ordered === 0 ? 0 : 1;

async function shootAll(browser: Browser, variant: Variant) {
  const { name: folder, language, colorScheme, zoom } = variant;
  const rules = colorScheme === 'dark' && !values.pictures ? rulesOfColors : null;
  const context = await browser.newContext({ colorScheme, deviceScaleFactor: zoom });
  const page = await context.newPage();
  let findings = 0;
  page.on('pageerror', (error) => {
    findings += 1;
    console.log(`${folder}: ${error.message}`);
  });
  await page.goto(`${gallery.url}?language=${language}`);
  await withoutIconFonts(page);
  await page.evaluate(axe);
  await page.waitForFunction(() => window.stateNames);
  const all = await page.evaluate(() => window.stateNames);
  const names = all.filter((name) => name.includes(only));
  if (names.length === 0) throw new Error('There is no such state.');
  for (const name of names) {
    await open(page, name, zoom);
    if (values.pictures)
      await page.screenshot({ path: join(out, folder, `${name}.png`), animations: 'disabled' });
    findings += await check(page, `${folder} ${name}`, rules);
  }
  await context.close();
  return { names, findings };
}

/**
 * To skip what a font of icons draws, axe draws texts of every state on a canvas: a quarter of its time. We have no such
 * font, so each text is to be looked at: this canvas says that a text is what its letters are.
 */
async function withoutIconFonts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const context = {
      canvas: {},
      measureText: (text: string) => ({ width: 30 * text.length }),
      fillText() {},
      clearRect() {},
      getImageData: () => ({ data: new Uint8ClampedArray([0, 0, 0, 255]) }),
    };
    const { getContext } = HTMLCanvasElement.prototype;
    Object.assign(HTMLCanvasElement.prototype, {
      getContext(this: HTMLCanvasElement, ...asked: Parameters<typeof getContext>) {
        const [, options] = asked;
        // As axe asks, and no view of ours.
        return options?.willReadFrequently ? context : getContext.apply(this, asked);
      },
    });
  });
}

async function open(page: Page, name: string, zoom: 1 | 2): Promise<void> {
  await page.setViewportSize(sizeOf(name, zoom));
  await page.evaluate((shown) => window.show(shown), name);
  if (name.endsWith('open-receipt')) await page.click('summary');
  await page.evaluate(
    () => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))),
  );
  await page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        animation.finish();
  });
}

async function check(page: Page, where: string, rules: readonly string[] | null): Promise<number> {
  const violations = await page.evaluate(async (only) => {
    if (document.querySelectorAll('#app *').length < 2) return ['nothing to see'];
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      ...(only && { runOnly: [...only] }),
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    );
  }, rules);
  for (const violation of violations) console.log(`${where}: ${violation}`);
  return violations.length;
}
