import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export type Brand = 'chrome' | 'chromium' | 'edge' | 'brave' | 'firefox';

export interface FoundBrowser {
  readonly name: Brand;
  readonly family: 'chromium' | 'firefox';
  readonly path: string;
}

interface Places {
  /** Commands on the PATH. */
  readonly commands: readonly string[];
  /** Applications of macOS: the bundle's name, which is its binary's too. */
  readonly bundles: readonly string[];
  /** Below the program directories of Windows. */
  readonly programs: readonly string[];
}

/** In the order of preference. */
const brands: Readonly<Record<Brand, Places>> = {
  chrome: {
    commands: ['google-chrome', 'google-chrome-stable'],
    bundles: ['Google Chrome'],
    programs: ['Google\\Chrome\\Application\\chrome.exe'],
  },
  chromium: {
    commands: ['chromium', 'chromium-browser'],
    bundles: ['Chromium'],
    programs: ['Chromium\\Application\\chrome.exe'],
  },
  edge: {
    commands: ['microsoft-edge', 'microsoft-edge-stable'],
    bundles: ['Microsoft Edge'],
    programs: ['Microsoft\\Edge\\Application\\msedge.exe'],
  },
  brave: {
    commands: ['brave-browser', 'brave'],
    bundles: ['Brave Browser'],
    programs: ['BraveSoftware\\Brave-Browser\\Application\\brave.exe'],
  },
  firefox: {
    commands: ['firefox', 'firefox-esr'],
    bundles: ['Firefox'],
    programs: ['Mozilla Firefox\\firefox.exe'],
  },
};

const family = (name: Brand) => (name === 'firefox' ? 'firefox' : 'chromium');

/** The first browser that is installed, of the asked brand or of any; CHROME_PATH and FIREFOX_PATH come first. */
export function findBrowser(
  wanted?: Brand,
  env: NodeJS.ProcessEnv = process.env,
): FoundBrowser | undefined {
  const names = wanted ? [wanted] : (Object.keys(brands) as Brand[]);
  for (const name of names) {
    const path = candidates(name, env).find(isProgram);
    if (path) return { name, family: family(name), path };
  }
  return undefined;
}

function candidates(name: Brand, env: NodeJS.ProcessEnv): readonly string[] {
  const named = {
    chrome: env.CHROME_PATH,
    chromium: env.CHROME_PATH,
    firefox: env.FIREFOX_PATH,
  };
  const given = name === 'edge' || name === 'brave' ? undefined : named[name];
  return [...(given ? [given] : []), ...usualPlaces(brands[name], env)];
}

function usualPlaces(places: Places, env: NodeJS.ProcessEnv): readonly string[] {
  if (process.platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return roots.flatMap((root) => (root ? places.programs.map((path) => join(root, path)) : []));
  }
  if (process.platform === 'darwin') {
    const roots = ['/Applications', join(homedir(), 'Applications')];
    const inside = (app: string) =>
      join(`${app}.app`, 'Contents/MacOS', app.toLowerCase() === 'firefox' ? 'firefox' : app);
    return roots.flatMap((root) => places.bundles.map((app) => join(root, inside(app))));
  }
  const path = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const roots = [...path, '/usr/bin', '/usr/local/bin', '/opt/google/chrome'];
  return roots.flatMap((root) => places.commands.map((command) => join(root, command)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile() && !isSnap(path);
  } catch {
    return false;
  }
}

/** A snap sees neither the system's temporary directory nor a hidden folder, so it can load nothing of ours. */
function isSnap(path: string): boolean {
  const real = realpathSync(path);
  if (real.endsWith('/snap') || real.startsWith('/snap/')) return true;
  return statSync(real).size < 10_000 && readFileSync(real, 'utf8').includes('/snap/bin');
}
