import type { Browser, LaunchOptions } from './browser';
import { createChromiumBackground } from './chromium-background';
import { collectChromiumErrors } from './chromium-errors';
import { chromiumRightClick } from './chromium-menu';
import { type ChromiumProcess, startChromium } from './chromium-process';
import { type ChromiumTabs, createChromiumTabs } from './chromium-tabs';
import { xKey } from './keys';
import { type Extension, readExtension } from './manifest';
import { until } from './poll';
import { openPrivate } from './private';
import { answerInChromium } from './prompt';
import { prepareSurroundings, type Surroundings } from './surroundings';

export async function launchChromium(options: LaunchOptions): Promise<Browser> {
  const extension = readExtension(options.extensionDir);
  const around = await prepareSurroundings(options);
  try {
    const process = await startChromium(extension.dir, options, around);
    return await assemble(process, extension, around);
  } catch (error) {
    await around.kill();
    throw error;
  }
}

async function assemble(
  process: ChromiumProcess,
  extension: Extension,
  around: Surroundings,
): Promise<Browser> {
  const { cdp, version, extensionId } = process;
  const origin = `chrome-extension://${extensionId}`;
  const tabs = createChromiumTabs(cdp);
  const background = createChromiumBackground(cdp, origin);
  const popup = popupOf(tabs, `${origin}/${extension.popup}`);
  return {
    name: 'chromium',
    version,
    extensionId,
    extensionOrigin: origin,
    open: tabs.open,
    openPrivate: (url) => openPrivate({ ...background, ...tabs }, url),
    page: tabs.page,
    panel: (options) => tabs.view(`${origin}/${extension.panel}`, options),
    openExtensionPage: async (path, size = {}) => {
      const page = await tabs.open(`${origin}/${path}`);
      await page.resize(size);
      return page;
    },
    addNeighbour: async (dir) => {
      const { id } = await cdp.send<{ id: string }>('Extensions.loadUnpacked', { path: dir });
      return `chrome-extension://${id}`;
    },
    errors: await collectChromiumErrors(cdp, extensionId),
    ...background,
    ...popup,
    ...gestures(process, tabs, around, popup),
    ...around.common(() => cdp.send('Browser.close')),
  };
}

function popupOf(
  tabs: ChromiumTabs,
  url: string,
): Pick<Browser, 'popup' | 'popupIsOpen' | 'closePopup'> {
  const popup: Browser['popup'] = (options) => tabs.view(url, options);
  const popupIsOpen = async () => Boolean(await tabs.floating(url));
  return {
    popup,
    popupIsOpen,
    closePopup: async () => {
      if (!(await popupIsOpen())) return;
      await (await popup()).close();
      await until('the popup to close', async () => !(await popupIsOpen()));
    },
  };
}

function gestures(
  { cdp, extensionId: id }: ChromiumProcess,
  tabs: ChromiumTabs,
  around: Surroundings,
  { popupIsOpen }: Pick<Browser, 'popupIsOpen'>,
): Pick<Browser, 'clickToolbarButton' | 'rightClick' | 'pressShortcut' | 'answerPermissionPrompt'> {
  return {
    clickToolbarButton: async (page) => {
      const targetId = await tabs.tabOf(page);
      await cdp.send('Extensions.triggerAction', { id, targetId });
    },
    rightClick: async (page, selector, _label, options) =>
      chromiumRightClick(around.screen(), page, selector, options),
    pressShortcut: async (keys, times = 1) => {
      await around.screen().xdo('key', '--repeat', times, '--delay', 50, xKey(keys));
    },
    answerPermissionPrompt: async (view, allow) =>
      answerInChromium(around.screen(), view, popupIsOpen, allow),
  };
}
