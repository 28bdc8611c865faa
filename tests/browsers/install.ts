import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Brand, type FoundBrowser, findBrowser } from './find';

/** What the tests need: the browsers, on Linux a screen of their own with real keys, and what runs a copied request. */
const packages = ['chromium', 'firefox-esr', 'xvfb', 'xdotool', 'curl', 'dash'] as const;

const isThere: Readonly<Record<(typeof packages)[number], () => boolean>> = {
  chromium: () => Boolean(findBrowser('chromium') ?? findBrowser('chrome')),
  'firefox-esr': () => Boolean(findBrowser('firefox')),
  xvfb: () => isCommand('Xvfb'),
  xdotool: () => isCommand('xdotool'),
  // Other systems bring them along.
  curl: () => isCommand('curl'),
  dash: () => isCommand('dash'),
};

/** Makes sure that the tests can run; throws the command to type where it may not install anything itself. */
export function installBrowsers(): void {
  const linux = process.platform === 'linux';
  const missing = packages.filter(
    (name) => !isThere[name]() && (linux || /^(chromium|firefox)/.test(name)),
  );
  if (missing.length > 0) install(missing);
}

/** The browser asked for, or the first one found, or a Chromium installed now. */
export function findOrInstallBrowser(wanted?: Brand): FoundBrowser {
  const found = findBrowser(wanted);
  if (found) return found;
  install([wanted === 'firefox' ? 'firefox-esr' : 'chromium']);
  const installed = findBrowser(wanted) ?? findBrowser();
  if (!installed) throw new Error(`No ${wanted ?? 'browser'} is installed`);
  return installed;
}

/** Whether programs can be installed without a question. */
export function mayInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && isCommand('apt-get');
}

function install(missing: readonly string[]): void {
  if (!mayInstall()) throw new Error(commandFor(missing));
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: readonly string[]) =>
    execFileSync('apt-get', args, { stdio: ['ignore', 2, 2], env });
  run('update');
  run('install', '--yes', '--no-install-recommends', ...missing);
}

/** The exact command to type on this platform. */
export function commandFor(missing: readonly string[], platform = process.platform): string {
  const has = (name: string) => missing.includes(name);
  if (platform === 'darwin') {
    const casks = [
      ...(has('chromium') ? ['google-chrome'] : []),
      ...(has('firefox-esr') ? ['firefox'] : []),
    ];
    return `brew install --cask ${casks.join(' ')}`;
  }
  if (platform === 'win32') {
    const ids = [
      ...(has('chromium') ? ['Google.Chrome'] : []),
      ...(has('firefox-esr') ? ['Mozilla.Firefox'] : []),
    ];
    return `winget install ${ids.join(' ')}`;
  }
  return linuxCommand(missing);
}

/** Names differ from one distribution to another. */
function linuxCommand(missing: readonly string[]): string {
  const rename = (names: Readonly<Record<string, string>>) =>
    missing.map((name) => names[name] ?? name).join(' ');
  if (isCommand('dnf')) {
    return `sudo dnf install ${rename({ 'firefox-esr': 'firefox', xvfb: 'xorg-x11-server-Xvfb' })}`;
  }
  if (isCommand('pacman')) {
    return `sudo pacman -S ${rename({ 'firefox-esr': 'firefox', xvfb: 'xorg-server-xvfb' })}`;
  }
  return `sudo apt-get install --yes --no-install-recommends ${missing.join(' ')}`;
}

/** Whether a program of that name can be run. */
export function isCommand(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((directory) => {
    try {
      accessSync(join(directory, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
