import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from './chromium';
import { launchFirefox } from './firefox';
import type { Patience } from './poll';
import type { Script } from './script';

/** A document on the screen: the real popup, a tab, a panel. */
export interface View {
  /** The rendered text of the first match, or of the whole document. */
  text(selector?: string): Promise<string>;
  /** A trusted click of the primary button. Selectors are CSS, or `text=Stop` for the control of that name. */
  click(selector: string): Promise<void>;
  /** Focuses the match and types. */
  type(selector: string, text: string): Promise<void>;
  /** `Enter`, `Escape`, `Shift+Tab`, `Control+Enter`, to whatever has the focus. */
  press(key: string): Promise<void>;
  /** Runs in the document's own world; `browser` and `chrome` are there in the extension's documents. */
  evaluate<T, A extends readonly unknown[] = readonly unknown[]>(
    script: Script<T, A>,
    ...args: A
  ): Promise<T>;
  /** Until a match is visible. */
  waitFor(selector: string, options?: Patience): Promise<void>;
  /** Until the script answers something truthy, which is returned. */
  waitUntil<T, A extends readonly unknown[] = readonly unknown[]>(
    script: Script<T, A>,
    ...args: A
  ): Promise<NonNullable<T>>;
  screenshot(path: string): Promise<void>;
  axe(): Promise<readonly AxeViolation[]>;
  emulate(media: Media): Promise<void>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

export interface Page extends View {
  /** Selects all of an element's content. */
  select(selector: string): Promise<void>;
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  /** Errors in the page's console since it was loaded; in Firefox those of all pages. */
  consoleErrors(): Promise<readonly string[]>;
  bringToFront(): Promise<void>;
  /** The document's size, where the window allows it; Chromium: always. */
  resize(size: Size): Promise<void>;
}

export interface Media {
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: boolean;
  readonly forcedColors?: boolean;
}

export interface AxeViolation {
  readonly id: string;
  readonly help: string;
  /** The HTML of each element at fault. */
  readonly nodes: readonly string[];
}

export interface Size {
  readonly width?: number;
  readonly height?: number;
}

export interface RightClickOptions {
  /** Chromium cannot read its menu: when several items of ours show, which one of the submenu, from 0. */
  readonly nested?: number;
  /** And how many items are below ours, where it is neither text, link, image, field nor plain page. */
  readonly below?: number;
}

export interface Browser {
  readonly name: BrowserName;
  readonly version: string;
  readonly extensionId: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a final slash. */
  readonly extensionOrigin: string;
  /** Give it to `launch` again to restart with the same profile. Removed when this process ends. */
  readonly profileDir: string;
  /** Where its downloads go, but on the desktop of a person. */
  readonly downloadDir: string;
  /** A new tab in front, loaded. */
  open(url: string): Promise<Page>;
  /** A new private window at an address of its own; launch with `private: true`. The background must be alive. */
  openPrivate(url: string): Promise<Page>;
  openExtensionPage(path: string, size?: Size): Promise<Page>;
  /** A tab or window that something else opened, by a part of its address. */
  page(urlPart: string, options?: Patience): Promise<Page>;
  /** The real popup of the action, once it is open and loaded. */
  popup(options?: Patience): Promise<View>;
  popupIsOpen(): Promise<boolean>;
  /** The side panel or sidebar, once it is open and loaded. */
  panel(options?: Patience): Promise<View>;
  closePopup(): Promise<void>;
  /** As the user does: it grants `activeTab`. */
  clickToolbarButton(page: Page): Promise<void>;
  /** Through the real context menu, which grants `activeTab`. Not in headless Chromium. */
  rightClick(
    page: Page,
    selector: string,
    itemLabel: string,
    options?: RightClickOptions,
  ): Promise<void>;
  /** What the context menu shows of the extension at a place, submenus as `Title > Item`. Firefox only. */
  menuLabels?(page: Page, selector: string): Promise<readonly string[]>;
  /** With the real mouse, which closes an open popup. Needs a screen. */
  clickOnScreen(page: Page, selector: string): Promise<void>;
  /** Real keys to the browser's window: `Alt+Shift+S`, `Escape`; many times at 20 a second. Those need a screen. */
  pressShortcut(keys: string, times?: number): Promise<void>;
  /** Waits for the browser's own question after `permissions.request` in that view, and answers it. */
  answerPermissionPrompt(view: View, allow: boolean): Promise<void>;
  /** Ends the worker or event page at once, in the middle of whatever it does. */
  killBackground(): Promise<void>;
  backgroundIsAlive(): Promise<boolean>;
  /** Runs in the background once it is alive; Chromium is attached to it for that moment. */
  inBackground<T, A extends readonly unknown[] = readonly unknown[]>(
    script: Script<T, A>,
    ...args: A
  ): Promise<T>;
  setOffline(on: boolean): Promise<void>;
  /** Uncaught errors of the extension: popup, pages and background. */
  errors(): Promise<readonly string[]>;
  /** Hosts that a connection was asked for since the launch, in order, without the loopback. */
  contactedHosts(): readonly string[];
  /** Installs another extension beside it; answers its origin. */
  addNeighbour(dir: string): Promise<string>;
  /** The whole screen, the browser's own frame included. Not when headless. */
  screenshot(path: string): Promise<void>;
  /** Halts all its processes, as a computer that sleeps, or lets them go on. Nothing can be asked of it meanwhile. */
  setAsleep(asleep: boolean): void;
  /** When the browser has ended, by whatever hand. */
  ended(): Promise<void>;
  /** SIGKILL: a crash. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export type BrowserName = 'chromium' | 'firefox';

export interface LaunchOptions {
  readonly extensionDir: string;
  /** The stand-in that answers for api.anthropic.com. */
  readonly api?: { readonly port: number; readonly spki: string };
  /** Further hosts answered by a local TLS port, with the same key. */
  readonly hosts?: Readonly<Record<string, number>>;
  readonly headless?: boolean;
  /** On the desktop of the person at the keyboard, where there is one; else on a screen of its own. */
  readonly desktop?: boolean;
  readonly profileDir?: string;
  /** Firefox: MB that all sites may store together, at least 10; without it, a share of the disk. */
  readonly room?: number;
  /** The browser's language: `ar`, `de`. */
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** The extension may run in private windows. */
  readonly private?: boolean;
  /** Firefox: installed as users have it, so that it survives a restart. Chromium loads the directory each time. */
  readonly permanent?: boolean;
  /** Firefox shows each download in a panel, as it does for users; it takes the focus a little later. */
  readonly downloadsPanel?: boolean;
  /** Leaves the page open that the extension opens by itself when it is installed. */
  readonly welcome?: boolean;
  /** An address that is open in a tab before the extension is there. */
  readonly before?: string;
  /** Chromium: nothing of its own moves. It costs a sixth less processor time, and takes no answer to its questions. */
  readonly still?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** How large all is: Chromium's pages, as its user sets it for all of them, and all of Firefox, as on a finer screen. */
  readonly zoom?: number;
  /** The browser's binary; without it, the first one found. */
  readonly path?: string;
}

/** Nothing is ever attached to the background, except while Chromium is offline: lifetimes are the users' ones. */
export async function launch(name: BrowserName, options: LaunchOptions): Promise<Browser> {
  const browser = await (name === 'chromium' ? launchChromium(options) : launchFirefox(options));
  if (!options.welcome && opensWelcome(name, options)) await closeWelcome(browser);
  return browser;
}

/**
 * Chromium, and Firefox unless it has it permanently, install the extension anew at each launch. Allowed in private
 * windows, Firefox's starts twice and sees nothing of its own installation.
 */
function opensWelcome(name: BrowserName, options: LaunchOptions): boolean {
  const { extensionDir, permanent, profileDir } = options;
  const isThere = permanent && profileDir !== undefined;
  if (name === 'firefox' && (isThere || options.private)) return false;
  return existsSync(join(extensionDir, 'welcome.html'));
}

/** It would come in front of what a test opens, whenever it is ready. */
async function closeWelcome(browser: Browser): Promise<void> {
  const page = await browser.page(`${browser.extensionOrigin}/welcome.html`);
  await page.waitFor('h1');
  await page.close();
}
