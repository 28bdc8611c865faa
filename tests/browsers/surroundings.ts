import type { ChildProcess, StdioOptions } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startProxy } from '../stand-in/proxy';
import type { Browser, LaunchOptions } from './browser';
import { type Display, withDisplay } from './display';
import { within } from './poll';
import { ended, killGroup, setAsleep, spawnTied, temporaryDirectory } from './processes';
import { place } from './view';

/** What a browser runs in: its screen, its network, its profile. */
export interface Surroundings {
  readonly profileDir: string;
  /** Where files go that are downloaded: in the profile, not among those of whoever runs the tests. */
  readonly downloadDir: string;
  readonly display: Display | undefined;
  readonly proxyPort: number | undefined;
  readonly width: number;
  readonly height: number;
  /** Starts the one browser that lives here. */
  spawn(path: string, args: readonly string[], stdio: StdioOptions): ChildProcess;
  /** A screen with real keys and mouse; throws when there is none. */
  screen(): Display;
  /** The part of a browser that is the same for both. */
  common(quit: () => Promise<unknown>): Common;
  /** Ends all of it, at once. */
  kill(): Promise<void>;
}

type Common = Pick<
  Browser,
  | 'profileDir'
  | 'downloadDir'
  | 'contactedHosts'
  | 'clickOnScreen'
  | 'screenshot'
  | 'setAsleep'
  | 'kill'
  | 'close'
  | 'ended'
>;

export async function prepareSurroundings(options: LaunchOptions): Promise<Surroundings> {
  const { width = 1100, height = 800, headless = false, desktop = false } = options;
  const profileDir = options.profileDir ?? temporaryDirectory('profile');
  const downloadDir = join(profileDir, 'downloads');
  mkdirSync(downloadDir, { recursive: true });
  const display = headless ? undefined : await withDisplay({ width, height }, desktop);
  const proxy = await startProxyFor(options);
  const env = environment(options, display);
  let browser: ChildProcess | undefined;

  const clear = async () => {
    display?.close();
    await proxy?.close();
  };
  const kill = async () => {
    if (browser) killGroup(browser);
    if (browser) await ended(browser);
    await clear();
  };
  const screen = () => {
    if (!display) throw new Error('This needs a screen: not headless, and on Linux');
    return display;
  };

  return {
    profileDir,
    downloadDir,
    display,
    proxyPort: proxy?.port,
    width,
    height,
    screen,
    kill,
    spawn: (path, args, stdio) => {
      browser = spawnTied(path, args, { env, stdio });
      return browser;
    },
    common: (quit) => ({
      profileDir,
      downloadDir,
      kill,
      contactedHosts: () => (proxy?.hosts ?? []).map((host) => host.replace(/:\d+$/, '')),
      clickOnScreen: async (page, selector) => {
        const { screenX, screenY } = await place(page.evaluate, selector);
        await screen().xdo('mousemove', screenX, screenY, 'click', 1);
      },
      screenshot: async (path) => screen().screenshot(path),
      setAsleep: (asleep) => {
        if (browser) setAsleep(browser, asleep);
      },
      ended: async () => {
        if (browser) await ended(browser);
      },
      close: async () => {
        await quit().catch(() => undefined);
        if (browser) await endOf(browser);
        await clear();
      },
    }),
  };
}

async function startProxyFor({ api, hosts }: LaunchOptions) {
  if (!api && !hosts) return undefined;
  const ports = { ...hosts, ...(api && { 'api.anthropic.com': api.port }) };
  const map = Object.fromEntries(
    Object.entries(ports).map(([host, port]) => [`${host}:443`, port]),
  );
  return startProxy({ map });
}

function environment({ locale }: LaunchOptions, display: Display | undefined): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    LANGUAGE: locale ?? 'en-US',
    // Firefox asks its maker for settings unless it may take them from elsewhere.
    MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
  };
  if (!display) return env;
  delete env.WAYLAND_DISPLAY;
  return { ...env, DISPLAY: display.name };
}

/** Waits for a browser that was asked to end; past five seconds it is killed. */
async function endOf(browser: ChildProcess): Promise<void> {
  await within(5000, 'the browser to end', ended(browser)).catch(() => killGroup(browser));
  await ended(browser);
}
