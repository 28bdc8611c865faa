import type { Media, Size } from './browser';
import type { Chrome } from './firefox-process';
import type { Key } from './keys';
import { until } from './poll';
import type { TabSurface } from './view';

/** A document by the id of its browser element, which survives navigation and changes of process. */
export function firefoxSurface(chrome: Chrome, id: number): TabSurface {
  const run = (expression: string) =>
    chrome(
      'return actor(args[0]).executeScript(args[1], [], { timeout: 60000 })',
      id,
      `return ${expression}`,
    );
  const dispatch = (events: readonly (readonly [string, object])[]) =>
    chrome(dispatchAll, id, events);
  const isOpen = () =>
    chrome<boolean>(
      'return Boolean(BrowsingContext.getCurrentTopByBrowserId(args[0])?.currentWindowGlobal)',
      id,
    );
  const inner = () =>
    chrome<number>('return context(args[0]).currentWindowGlobal.innerWindowId', id);

  return {
    run,
    isOpen,
    mouse: async (x, y) => {
      const press = (type: string) =>
        [
          'synthesizeMouseAtPoint',
          { x, y, eventData: { type, button: 0, clickCount: 1 } },
        ] as const;
      await dispatch([press('mousemove'), press('mousedown'), press('mouseup')]);
    },
    key: async (key) => {
      const eventData = keyData(key);
      await dispatch([
        ['synthesizeKeyDown', { eventData }],
        ['synthesizeKeyUp', { eventData }],
      ]);
    },
    insert: async (text) => {
      await run(`document.execCommand('insertText', false, ${JSON.stringify(text)})`);
    },
    capture: async () => Buffer.from(await chrome<string>(snapshot, id), 'base64'),
    emulate: async (media: Media) => {
      await chrome(emulate, id, media);
    },
    close: async () => {
      await chrome(close, id);
      await until('the document to close', async () => !(await isOpen()));
    },
    navigate: async (url) => {
      const before = await inner();
      await chrome(load, id, url);
      await until(`${url} to load`, async () => (await inner().catch(() => before)) !== before);
      await loaded(chrome, id);
    },
    url: async () => String(await run('location.href')),
    consoleErrors: () => chrome<readonly string[]>(consoleErrors),
    bringToFront: async () => {
      await chrome(bringToFront, id);
    },
    resize: async (size: Size) => {
      await chrome(resize, id, size);
    },
  };
}

export async function loaded(chrome: Chrome, id: number): Promise<void> {
  const ask = () => chrome<boolean>(isLoaded, id).catch(() => false);
  await until('the page to load', ask);
}

export function keyData(key: Key): object {
  return {
    key: key.key,
    code: key.code,
    location: 0,
    printable: [...key.key].length === 1,
    altKey: key.alt,
    ctrlKey: key.control,
    metaKey: key.meta,
    shiftKey: key.shift,
  };
}

const isLoaded = `
  const global = context(args[0]).currentWindowGlobal;
  const { spec } = global.documentURI;
  if (global.isInitialDocument && spec === 'about:blank') return false;
  // Nothing can be run in what says that there is no page.
  if (spec.startsWith('about:neterror')) return true;
  const script = 'return document.readyState === "complete"';
  return actor(args[0]).executeScript(script, [], { timeout: 5000 });`;

/** A document that closes on the event leaves the rest without a receiver. */
const dispatchAll = `
  for (const [name, details] of args[1]) {
    try { await actor(args[0]).dispatchEvent(name, details); }
    catch (error) { if (BrowsingContext.getCurrentTopByBrowserId(args[0])?.currentWindowGlobal) throw error; }
  }`;

const snapshot = `
  const bitmap = await context(args[0]).currentWindowGlobal.drawSnapshot(null, window.devicePixelRatio, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png').split(',')[1];`;

const emulate = `
  const top = context(args[0]);
  const { colorScheme, forcedColors, reducedMotion } = args[1];
  top.prefersColorSchemeOverride = colorScheme ?? 'none';
  top.forcedColorsOverride = forcedColors ? 'active' : 'none';
  top.prefersReducedMotionOverride = reducedMotion ? 'reduce' : 'none';`;

const tab = `
  const element = context(args[0]).embedderElement;
  const top = (element.documentGlobal ?? element.ownerGlobal).browsingContext.topChromeWindow;
  const tab = top.gBrowser.getTabForBrowser(element);`;

const close = `${tab}
  if (tab) top.gBrowser.removeTab(tab);
  else if (element.closest('panel')) element.closest('panel').hidePopup();
  else top.SidebarController.hide();`;

const load = `
  const system = Services.scriptSecurityManager.getSystemPrincipal();
  context(args[0]).embedderElement.fixupAndLoadURIString(args[1], { triggeringPrincipal: system });`;

const bringToFront = `${tab}
  top.gBrowser.selectedTab = tab;
  top.focus();
  element.focus();`;

/** Their window is not told: of all pages, but not of the browser's own code, nor of ours, whose errors are known. */
const consoleErrors = `
  return Services.console.getMessageArray()
    .filter((each) => each instanceof Ci.nsIScriptError && !(each.flags & Ci.nsIScriptError.warningFlag))
    .filter((each) => !/^(chrome|resource|moz-extension):/.test(each.sourceName))
    .map((each) => each.errorMessage);`;

const resize = `
  const { style } = context(args[0]).embedderElement;
  const { width, height } = args[1];
  style.maxWidth = width ? width + 'px' : '';
  style.maxHeight = height ? height + 'px' : '';`;
