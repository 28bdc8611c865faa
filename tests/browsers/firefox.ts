import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, LaunchOptions } from './browser';
import { createFirefoxBackground } from './firefox-background';
import { firefoxMenuLabels, firefoxRightClick } from './firefox-menu';
import { type FirefoxProcess, startFirefox } from './firefox-process';
import { keyData } from './firefox-surface';
import { createFirefoxTabs } from './firefox-tabs';
import { parseKey, xKey } from './keys';
import { type Extension, readExtension } from './manifest';
import { ended, killGroup } from './processes';
import { endOf, prepareSurroundings, type Surroundings } from './surroundings';
import { zipDirectory } from './zip';

export async function launchFirefox(options: LaunchOptions): Promise<Browser> {
  const extension = readExtension(options.extensionDir);
  const around = await prepareSurroundings(options);
  try {
    const process = await startFirefox(options, around);
    if (options.locale) await process.chrome(setLocale, options.locale);
    const id = await install(process, extension, around, options.permanent ?? false);
    return await assemble(process, id, around);
  } catch (error) {
    await around.close();
    throw error;
  }
}

async function install(
  { marionette, chrome }: FirefoxProcess,
  { dir, geckoId }: Extension,
  around: Surroundings,
  permanent: boolean,
): Promise<string> {
  const there =
    geckoId &&
    (await chrome<boolean>('return Boolean(WebExtensionPolicy.getByID(args[0]))', geckoId));
  if (geckoId && there) return geckoId;
  const xpi = join(around.profileDir, 'extension-under-test.xpi');
  if (permanent) writeFileSync(xpi, zipDirectory(dir));
  const options = { path: permanent ? xpi : dir, temporary: !permanent };
  return (await marionette.send<{ value: string }>('Addon:Install', options)).value;
}

async function assemble(
  { child, marionette, chrome }: FirefoxProcess,
  extensionId: string,
  around: Surroundings,
): Promise<Browser> {
  const host = await chrome<string>(
    'return WebExtensionPolicy.getByID(args[0]).mozExtensionHostname',
    extensionId,
  );
  const origin = `moz-extension://${host}`;
  const tabs = createFirefoxTabs(chrome, `${origin}/`);

  return {
    name: 'firefox',
    version: await chrome<string>('return Services.appinfo.name + "/" + Services.appinfo.version'),
    extensionId,
    extensionOrigin: origin,
    profileDir: around.profileDir,
    ...createFirefoxBackground(chrome, extensionId, origin),
    ...tabs,
    contactedHosts: around.contactedHosts,
    openExtensionPage: async (path, size = {}) => {
      const page = await tabs.open(`${origin}/${path}`);
      await page.resize(size);
      return page;
    },
    clickToolbarButton: async (page) => {
      await page.bringToFront();
      await chrome(pressToolbarButton, extensionId);
    },
    rightClick: (page, selector, label) =>
      firefoxRightClick(chrome, page, tabs.idOf(page), selector, extensionId, label),
    menuLabels: (page, selector) =>
      firefoxMenuLabels(chrome, page, tabs.idOf(page), selector, extensionId),
    pressShortcut: async (keys) => {
      if (around.display) await around.display.xdo('key', xKey(keys));
      else await chrome(pressKey, keyData(parseKey(keys)));
    },
    screenshot: (path) => around.screen().screenshot(path),
    kill: async () => {
      killGroup(child);
      await ended(child);
      await around.close();
    },
    close: async () => {
      await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
      await endOf(child);
      await around.close();
    },
  };
}

const setLocale = `
  Services.locale.availableLocales = [...new Set([...Services.locale.availableLocales, args[0]])];
  Services.locale.requestedLocales = [args[0]];`;

const pressToolbarButton = `
  const { extension } = WebExtensionPolicy.getByID(args[0]);
  extension.apiManager.global.browserActionFor(extension).triggerAction(front());`;

const pressKey = `
  const { event } = ChromeUtils.importESModule('chrome://remote/content/shared/webdriver/Event.sys.mjs');
  event.sendSingleKey(args[0], front());`;
