import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../tests/browsers/find';
import { build, root } from './start/build';
import { takePictures } from './start/pictures';

const folder = join(root, 'docs/pictures');

const found = findBrowser('chromium') ?? findBrowser('chrome');
if (!found) throw new Error('Taking the pictures needs Chromium or Chrome.');

const extensionDir = await build('chromium');
mkdirSync(folder, { recursive: true });
for (const theme of ['light', 'dark'] as const) {
  await takePictures({ found, extensionDir, theme, pathOf: (name) => join(folder, `${name}.png`) });
}
