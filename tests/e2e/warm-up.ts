import { launch } from '../browsers/browser';
import { shareFirefoxCache } from '../browsers/firefox-cache';
import { buildFor } from './support';

/** Before all files: one start of Firefox compiles what all others would compile again. */
export default async function setup(): Promise<void> {
  const browser = await launch('firefox', { extensionDir: buildFor('firefox') });
  await browser.close();
  shareFirefoxCache(browser.profileDir);
}
