import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../tests/browsers/find';

const directory = join(import.meta.dirname, '../public/icon');
const sizes = [16, 32, 48, 96, 128];

const found = findBrowser('chrome') ?? findBrowser('chromium') ?? findBrowser('edge');
if (!found) throw new Error('Drawing the icons needs Chrome, Chromium or Edge.');

const svg = await readFile(join(directory, 'icon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: found.path });
const page = await browser.newPage();
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  await writeFile(join(directory, `${size}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
