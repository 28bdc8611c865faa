import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { startProxy } from '../stand-in/proxy';
import type { LaunchOptions } from './browser';
import { type Display, withDisplay } from './display';
import { within } from './poll';
import { ended, killGroup, temporaryDirectory } from './processes';

/** What a browser runs in: its screen, its network, its profile. */
export interface Surroundings {
  readonly profileDir: string;
  readonly display: Display | undefined;
  readonly proxyPort: number | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly width: number;
  readonly height: number;
  contactedHosts(): readonly string[];
  /** A screen with real keys and mouse; throws when there is none. */
  screen(): Display;
  close(): Promise<void>;
}

export async function prepareSurroundings(options: LaunchOptions): Promise<Surroundings> {
  const { width = 1100, height = 800, headless = false, desktop = false } = options;
  const profileDir = options.profileDir ?? temporaryDirectory('profile');
  mkdirSync(profileDir, { recursive: true });
  const display = headless ? undefined : await withDisplay({ width, height }, desktop);
  const proxy = await startProxyFor(options);
  return {
    profileDir,
    display,
    proxyPort: proxy?.port,
    env: environment(options, display),
    width,
    height,
    contactedHosts: () => (proxy?.hosts ?? []).map((host) => host.replace(/:\d+$/, '')),
    screen: () => {
      if (!display) throw new Error('This needs a screen: not headless, and on Linux');
      return display;
    },
    close: async () => {
      display?.close();
      await proxy?.close();
    },
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
  const env: NodeJS.ProcessEnv = { ...process.env, LANGUAGE: locale ?? 'en-US' };
  if (!display) return env;
  delete env.WAYLAND_DISPLAY;
  return { ...env, DISPLAY: display.name };
}

/** Waits for a browser that was asked to end; past five seconds it is killed. */
export async function endOf(browser: ChildProcess): Promise<void> {
  await within(5000, 'the browser to end', ended(browser)).catch(() => killGroup(browser));
  await ended(browser);
}
