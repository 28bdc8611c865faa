import type { ChildProcess } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchOptions } from './browser';
import { findBrowser } from './find';
import { takeFirefoxCache } from './firefox-cache';
import { connectMarionette, type Marionette } from './marionette';
import { until } from './poll';
import { hasEnded } from './processes';
import type { Surroundings } from './surroundings';

/** Runs the body of an async function with the browser's own powers, in its front window. */
export type Chrome = <T = unknown>(body: string, ...args: readonly unknown[]) => Promise<T>;

export interface FirefoxProcess {
  readonly marionette: Marionette;
  readonly chrome: Chrome;
}

const prelude = `
  const args = [...arguments];
  const windows = () => [...Services.wm.getEnumerator('navigator:browser')].filter((w) => !w.closed);
  const front = () => Services.wm.getMostRecentWindow('navigator:browser');
  const context = (id) => {
    const found = BrowsingContext.getCurrentTopByBrowserId(id);
    if (!found?.currentWindowGlobal) throw new Error('The document was not found');
    return found;
  };
  const actor = (id) => context(id).currentWindowGlobal.getActor('MarionetteCommands');
`;

export async function startFirefox(
  options: LaunchOptions,
  around: Surroundings,
): Promise<FirefoxProcess> {
  const path = options.path ?? findBrowser('firefox')?.path;
  if (!path) throw new Error('No Firefox is installed');
  const portFile = join(around.profileDir, 'MarionetteActivePort');
  takeFirefoxCache(around.profileDir);
  rmSync(portFile, { force: true });
  writeFileSync(join(around.profileDir, 'user.js'), preferences(options, around));
  const child = around.spawn(path, flags(options, around), 'ignore');
  const port = await until('Firefox to listen', () => portIn(portFile, child), { timeout: 60_000 });
  const marionette = await connectMarionette(port);
  await marionette.send('WebDriver:NewSession', { acceptInsecureCerts: true });
  await marionette.send('WebDriver:SetTimeouts', { script: 60_000 });
  await marionette.send('Marionette:SetContext', { value: 'chrome' });
  return { marionette, chrome: chromeOf(marionette) };
}

function chromeOf(marionette: Marionette): Chrome {
  return async <T>(body: string, ...args: readonly unknown[]) => {
    const script = `${prelude} return (async () => { ${body} })();`;
    const options = { script, args, sandbox: 'system', newSandbox: false };
    const { value } = await marionette.send<{ value: T }>('WebDriver:ExecuteScript', options);
    return value;
  };
}

function portIn(file: string, child: ChildProcess): number {
  if (hasEnded(child)) throw new Error('Firefox ended before it listened');
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

function flags(options: LaunchOptions, around: Surroundings): readonly string[] {
  return [
    '--marionette',
    '--remote-allow-system-access',
    '--no-remote',
    '--profile',
    around.profileDir,
    ...(options.headless ? ['--headless'] : []),
    '--width',
    String(around.width),
    '--height',
    String(around.height),
  ];
}

/** What takes processor time and none of our tests: a fifth of it. */
const frugal = {
  'ui.prefersReducedMotion': 1,
  // Nobody watches: a third as often, each frame is still drawn as ever.
  'layout.frame_rate': 20,
  'dom.ipc.processPrelaunch.enabled': false,
  // All pages of the tests are of one site: a process for four of its tabs each is none for a tab.
  'dom.ipc.processCount.webIsolated': 1,
  // Nor for what comes after the last page of a site was closed: another one.
  'dom.ipc.processReuse.unusedGraceMs': 600_000,
  'browser.newtab.preload': false,
  'browser.newtabpage.enabled': false,
  'browser.translations.enable': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.ml.enable': false,
  'browser.sessionstore.interval': 600_000,
};

function preferences(
  { colorScheme, desktop, downloadsPanel, room, zoom }: LaunchOptions,
  around: Surroundings,
): string {
  const values: Readonly<Record<string, string | number | boolean>> = {
    ...frugal,
    'marionette.port': 0,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'browser.startup.homepage': 'about:blank',
    'browser.aboutwelcome.enabled': false,
    'browser.warnOnQuit': false,
    // It opens below a pointer that rests on a tab, and an extension's popup does not open beside it.
    'browser.tabs.hoverPreview.enabled': false,
    'browser.download.alwaysOpenPanel': downloadsPanel === true,
    'datareporting.policy.dataSubmissionEnabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'xpinstall.signatures.required': false,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'extensions.webextensions.keepStorageOnUninstall': true,
    ...(!desktop && {
      'browser.download.folderList': 2,
      'browser.download.dir': around.downloadDir,
    }),
    ...(zoom && { 'layout.css.devPixelsPerPx': String(zoom) }),
    ...(room && { 'dom.quotaManager.temporaryStorage.fixedLimit': room * 1024 }),
    ...(colorScheme && { 'ui.systemUsesDarkTheme': colorScheme === 'dark' ? 1 : 0 }),
    ...(colorScheme && {
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    }),
    ...(around.proxyPort && {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': around.proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': around.proxyPort,
    }),
  };
  const line = ([name, value]: readonly [string, unknown]) =>
    `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`;
  return Object.entries(values).map(line).join('\n');
}
