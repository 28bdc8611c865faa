import type { Browser, LaunchOptions } from './browser';
import { createFirefoxBackground } from './firefox-background';
import { installInFirefox } from './firefox-install';
import { firefoxMenuLabels, firefoxRightClick } from './firefox-menu';
import { type Chrome, type FirefoxProcess, startFirefox } from './firefox-process';
import { keyData } from './firefox-surface';
import { createFirefoxTabs, type FirefoxTabs } from './firefox-tabs';
import { parseKey, xKey } from './keys';
import { readExtension } from './manifest';
import { until } from './poll';
import { openPrivate } from './private';
import { answerInFirefox } from './prompt';
import { prepareSurroundings, type Surroundings } from './surroundings';

export async function launchFirefox(options: LaunchOptions): Promise<Browser> {
  const extension = readExtension(options.extensionDir);
  const around = await prepareSurroundings(options);
  try {
    const process = await startFirefox(options, around);
    if (options.locale) await process.chrome(setLocale, options.locale);
    if (options.before) await createFirefoxTabs(process.chrome, '').open(options.before);
    const id = await installInFirefox(process, extension, around.profileDir, options);
    return await assemble(process, id, around);
  } catch (error) {
    await around.kill();
    throw error;
  }
}

async function assemble(
  { marionette, chrome }: FirefoxProcess,
  extensionId: string,
  around: Surroundings,
): Promise<Browser> {
  // One that was there already may still be starting.
  const host = await until('the extension to start', () => chrome<string>(hostOf, extensionId));
  const origin = `moz-extension://${host}`;
  const { idOf, ...tabs } = createFirefoxTabs(chrome, `${origin}/`);
  const background = createFirefoxBackground(chrome, extensionId, origin);
  return {
    name: 'firefox',
    version: await chrome<string>('return Services.appinfo.name + "/" + Services.appinfo.version'),
    extensionId,
    extensionOrigin: origin,
    openPrivate: (url) => openPrivate({ ...background, ...tabs }, url),
    openExtensionPage: async (path, size = {}) => {
      const page = await tabs.open(`${origin}/${path}`);
      await page.resize(size);
      return page;
    },
    addNeighbour: async (path) => {
      const installing = { path, temporary: true };
      const { value } = await marionette.send<{ value: string }>('Addon:Install', installing);
      return `moz-extension://${await chrome<string>(hostOf, value)}`;
    },
    ...tabs,
    ...background,
    ...gestures(chrome, extensionId, idOf, around),
    ...around.common(() => marionette.send('Marionette:Quit', { flags: ['eForceQuit'] })),
  };
}

function gestures(
  chrome: Chrome,
  extensionId: string,
  idOf: FirefoxTabs['idOf'],
  { display }: Surroundings,
): Pick<
  Browser,
  'clickToolbarButton' | 'rightClick' | 'menuLabels' | 'pressShortcut' | 'answerPermissionPrompt'
> {
  return {
    clickToolbarButton: async (page) => {
      // Firefox opens no popup in a window without the focus, which comes late when another one has just closed.
      await until('the window to have the focus', async () => {
        await page.bringToFront();
        return chrome<boolean>(pressToolbarButton, extensionId);
      });
    },
    rightClick: (page, selector, label) =>
      firefoxRightClick(chrome, page, idOf(page), selector, extensionId, label),
    menuLabels: (page, selector) =>
      firefoxMenuLabels(chrome, page, idOf(page), selector, extensionId),
    pressShortcut: async (keys, times = 1) => {
      if (display) await display.xdo('key', '--repeat', times, '--delay', 50, xKey(keys));
      else await chrome(pressKey, keyData(parseKey(keys)));
    },
    answerPermissionPrompt: (_view, allow) => answerInFirefox(chrome, allow),
  };
}

const hostOf = 'return WebExtensionPolicy.getByID(args[0])?.mozExtensionHostname';

const setLocale = `
  Services.locale.availableLocales = [...new Set([...Services.locale.availableLocales, args[0]])];
  Services.locale.requestedLocales = [args[0]];`;

const pressToolbarButton = `
  if (Services.focus.activeWindow !== front()) return false;
  const { extension } = WebExtensionPolicy.getByID(args[0]);
  extension.apiManager.global.browserActionFor(extension).triggerAction(front());
  return true;`;

const pressKey = `
  const { event } = ChromeUtils.importESModule('chrome://remote/content/shared/webdriver/Event.sys.mjs');
  event.sendSingleKey(args[0], front());`;
