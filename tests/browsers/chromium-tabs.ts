import type { Page, View } from './browser';
import type { Cdp } from './cdp';
import { hasLoaded, loaded, surfaceOf, type TargetInfo, targets } from './chromium-surface';
import { type Patience, patience, until, within } from './poll';
import { createPage, createView, type TabSurface } from './view';

/** The documents on the screen, by the targets they are. */
export interface ChromiumTabs {
  open(url: string): Promise<Page>;
  page(urlPart: string, options?: Patience): Promise<Page>;
  /** A document of the extension that is no tab: the popup, the side panel. */
  floating(url: string): Promise<TargetInfo | undefined>;
  view(url: string, options?: Patience): Promise<View>;
  /** The target of type `tab` that holds a page, which is brought to the front. */
  tabOf(page: Page): Promise<string>;
}

export function createChromiumTabs(cdp: Cdp): ChromiumTabs {
  async function isTab({ targetId }: TargetInfo): Promise<boolean> {
    const asked = cdp.send('Browser.getWindowForTarget', { targetId });
    return asked.then(
      () => true,
      () => false,
    );
  }

  async function find(matches: (url: string) => boolean, tab: boolean) {
    for (const target of await targets(cdp, 'page')) {
      if (matches(target.url) && (await isTab(target)) === tab) return target;
    }
    return undefined;
  }

  const floating = (url: string) => find((found) => found.split(/[?#]/)[0] === url, false);

  return {
    floating,
    open: async (url) => {
      // At once: an empty page before it would be a quarter of the processor time.
      const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', { url });
      const surface = await surfaceOf(cdp, targetId);
      await opened(surface, url);
      if ((await surface.run('document.contentType')) === 'application/pdf')
        await until('the viewer to be ready', async () => hasViewer(cdp, await surface.url()));
      return createPage(surface);
    },
    page: async (urlPart, { timeout = patience } = {}) => {
      const ask = () => find((url) => url.includes(urlPart), true);
      const { targetId } = await until(`a tab at ${urlPart}`, ask, { timeout });
      const surface = await surfaceOf(cdp, targetId);
      await loaded(surface.run);
      return createPage(surface);
    },
    view: async (url, { timeout = patience } = {}) => {
      // A second popup may take the place of the first while that one loads.
      const ask = async () => {
        const target = await floating(url);
        const surface = target && (await surfaceOf(cdp, target.targetId).catch(() => undefined));
        return surface && (await hasLoaded(surface.run)) ? surface : undefined;
      };
      const opened = until(`${url} to open`, ask, { timeout });
      return createView(
        await opened.catch(async (error) => {
          throw new Error(`${error.message}; open are ${await toldOf(cdp)}`);
        }),
      );
    },
    tabOf: async (page) => {
      await page.bringToFront();
      const ask = async () => {
        // There is none for a moment where an error takes the page's place.
        const url = bare(await page.url().catch(() => ''));
        const tabs = await targets(cdp, 'tab');
        return tabs.find((tab) => bare(tab.url) === url && tab.embedderData?.tabActive);
      };
      return (await until('the tab in front', ask)).targetId;
    },
  };
}

/** All documents on the screen, and which has the focus: none while the browser asks something. */
async function toldOf(cdp: Cdp): Promise<string> {
  const told = (await targets(cdp, 'page')).map(async ({ targetId, url }) => {
    const asked = surfaceOf(cdp, targetId).then(({ run }) => run('document.hasFocus()'));
    const focus = await within(2_000, url, asked).catch(() => 'unknown');
    return `${url} (focus: ${focus})`;
  });
  return (await Promise.all(told)).join(', ');
}

/** An error takes a page's place where there is none, as that of an extension that is just being replaced. */
async function opened({ run }: TabSurface, url: string): Promise<void> {
  await loaded(run, url);
  if ((await run('location.protocol')) === 'chrome-error:') throw new Error(`${url} did not load`);
}

/** Chromium's viewer shows a PDF in a frame of the same address; before that the page has the menu of any other. */
async function hasViewer(cdp: Cdp, url: string): Promise<boolean> {
  return (await targets(cdp, 'iframe')).some((frame) => frame.url === url);
}

/** One target of a page whose source is shown says so, and the other does not. */
function bare(url: string): string {
  return url.replace(/^view-source:/, '');
}
