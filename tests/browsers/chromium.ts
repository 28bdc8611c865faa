import type { Browser, LaunchOptions } from './browser';
import { createChromiumBackground } from './chromium-background';
import { collectChromiumErrors } from './chromium-errors';
import { chromiumRightClick } from './chromium-menu';
import { type ChromiumProcess, startChromium } from './chromium-process';
import { createChromiumTabs } from './chromium-tabs';
import { xKey } from './keys';
import { type Extension, readExtension } from './manifest';
import { until } from './poll';
import { ended, killGroup } from './processes';
import { endOf, prepareSurroundings, type Surroundings } from './surroundings';

export async function launchChromium(options: LaunchOptions): Promise<Browser> {
  const extension = readExtension(options.extensionDir);
  const around = await prepareSurroundings(options);
  try {
    const process = await startChromium(extension.dir, options, around);
    return await assemble(process, extension, around);
  } catch (error) {
    await around.close();
    throw error;
  }
}

async function assemble(
  { child, cdp, version, extensionId }: ChromiumProcess,
  extension: Extension,
  around: Surroundings,
): Promise<Browser> {
  const origin = `chrome-extension://${extensionId}`;
  const tabs = createChromiumTabs(cdp);
  const errors = await collectChromiumErrors(cdp, extensionId);
  const popupUrl = `${origin}/${extension.popup}`;
  const popup: Browser['popup'] = (options) => tabs.view(popupUrl, options);
  const popupIsOpen = async () => Boolean(await tabs.floating(popupUrl));
  const end = async () => {
    await endOf(child);
    await around.close();
  };

  return {
    name: 'chromium',
    version,
    extensionId,
    extensionOrigin: origin,
    profileDir: around.profileDir,
    ...createChromiumBackground(cdp, origin),
    errors,
    popup,
    popupIsOpen,
    open: tabs.open,
    page: tabs.page,
    panel: (options) => tabs.view(`${origin}/${extension.panel}`, options),
    contactedHosts: around.contactedHosts,
    openExtensionPage: async (path, size = {}) => {
      const page = await tabs.open(`${origin}/${path}`);
      await page.resize(size);
      return page;
    },
    closePopup: async () => {
      if (!(await popupIsOpen())) return;
      await (await popup()).close();
      await until('the popup to close', async () => !(await popupIsOpen()));
    },
    clickToolbarButton: async (page) => {
      await cdp.send('Extensions.triggerAction', {
        id: extensionId,
        targetId: await tabs.tabOf(page),
      });
    },
    rightClick: (page, selector, _label, options) =>
      chromiumRightClick(around.screen(), page, selector, options),
    pressShortcut: async (keys) => {
      await around.screen().xdo('key', xKey(keys));
    },
    screenshot: (path) => around.screen().screenshot(path),
    kill: async () => {
      killGroup(child);
      await ended(child);
      await around.close();
    },
    close: async () => {
      await cdp.send('Browser.close').catch(() => undefined);
      await end();
    },
  };
}
