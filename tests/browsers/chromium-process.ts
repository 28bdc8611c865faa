import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LaunchOptions } from './browser';
import { type Cdp, connectCdp } from './cdp';
import { createChromiumTabs } from './chromium-tabs';
import { findBrowser } from './find';
import type { Surroundings } from './surroundings';

export interface ChromiumProcess {
  readonly cdp: Cdp;
  readonly version: string;
  /** Loaded by command: Chrome and Edge have dropped `--load-extension`. */
  readonly extensionId: string;
}

export async function startChromium(
  extensionDir: string,
  options: LaunchOptions,
  around: Surroundings,
): Promise<ChromiumProcess> {
  const path = options.path ?? (findBrowser('chromium') ?? findBrowser('chrome'))?.path;
  if (!path) throw new Error('No Chromium or Chrome is installed');
  if (!options.desktop) prefer(around, options);
  const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const;
  const child = around.spawn(path, [...flags(options, around), 'about:blank'], [...stdio]);
  const cdp = connectCdp(child);
  const { product } = await cdp.send<{ product: string }>('Browser.getVersion');
  if (options.before) await createChromiumTabs(cdp).open(options.before);
  const loading = { path: extensionDir, enableInIncognito: options.private ?? false };
  const { id } = await cdp.send<{ id: string }>('Extensions.loadUnpacked', loading);
  return { cdp, version: product, extensionId: id };
}

/** Told before the first start of a profile; later it is part of it. */
function prefer({ profileDir, downloadDir }: Surroundings, { zoom = 1 }: LaunchOptions): void {
  const preferences = join(profileDir, 'Default', 'Preferences');
  if (existsSync(preferences)) return;
  mkdirSync(dirname(preferences), { recursive: true });
  const download = { default_directory: downloadDir };
  // Each level is a fifth more.
  const partition = { default_zoom_level: { x: Math.log(zoom) / Math.log(1.2) } };
  writeFileSync(preferences, JSON.stringify({ download, partition }));
}

/** What the browser would ask its maker by itself; so that the hosts contacted are the extension's. */
const talkative = [
  'AutofillServerCommunication',
  'DialMediaRouteProvider',
  'MediaRouter',
  'OptimizationGuideModelDownloading',
  'OptimizationHints',
  'Translate',
];

/**
 * What is kept ready for what may come: a process for the next page, of which a test opens few, and two documents for
 * what is typed into the address bar, a third of a start's processor time. Its list is drawn by the browser then.
 */
const wasteful = ['SpareRendererForSitePerProcess', 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

function flags(options: LaunchOptions, around: Surroundings): readonly string[] {
  const { headless = false, locale = 'en-US', colorScheme, api, still = false } = options;
  return [
    `--user-data-dir=${around.profileDir}`,
    '--remote-debugging-pipe',
    '--enable-unsafe-extension-debugging',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-search-engine-choice-screen',
    '--disable-quic',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-breakpad',
    `--disable-features=${[...talkative, ...wasteful].join()}`,
    '--password-store=basic',
    '--use-mock-keychain',
    `--lang=${locale}`,
    `--accept-lang=${locale}`,
    '--window-position=0,0',
    `--window-size=${around.width},${around.height}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(headless ? ['--headless'] : []),
    ...(still ? ['--animation-duration-scale=0'] : []),
    ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []),
    ...(around.proxyPort ? [`--proxy-server=127.0.0.1:${around.proxyPort}`] : []),
    ...(api ? [`--ignore-certificate-errors-spki-list=${api.spki}`] : []),
  ];
}
