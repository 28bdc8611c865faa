import type { ChildProcess } from 'node:child_process';
import type { LaunchOptions } from './browser';
import { type Cdp, connectCdp } from './cdp';
import { findBrowser } from './find';
import { spawnTied } from './processes';
import type { Surroundings } from './surroundings';

export interface ChromiumProcess {
  readonly child: ChildProcess;
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
  const path = options.path ?? findBrowser('chromium')?.path ?? findBrowser('chrome')?.path;
  if (!path) throw new Error('No Chromium or Chrome is installed');
  const child = spawnTied(path, [...flags(options, around), 'about:blank'], {
    env: around.env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const cdp = connectCdp(child);
  const { product } = await cdp.send<{ product: string }>('Browser.getVersion');
  const { id } = await cdp.send<{ id: string }>('Extensions.loadUnpacked', { path: extensionDir });
  return { child, cdp, version: product, extensionId: id };
}

function flags(options: LaunchOptions, around: Surroundings): readonly string[] {
  const { headless = false, locale = 'en-US', colorScheme, api } = options;
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
    '--password-store=basic',
    '--use-mock-keychain',
    `--lang=${locale}`,
    '--window-position=0,0',
    `--window-size=${around.width},${around.height}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(headless ? ['--headless'] : []),
    ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []),
    ...(around.proxyPort ? [`--proxy-server=127.0.0.1:${around.proxyPort}`] : []),
    ...(api ? [`--ignore-certificate-errors-spki-list=${api.spki}`] : []),
  ];
}
