import { type Brand, type FoundBrowser, findBrowser } from '../../tests/browsers/find';
import { findOrInstallBrowser, isCommand, mayInstall } from '../../tests/browsers/install';

const names: Readonly<Record<Brand, string>> = {
  chrome: 'Chrome',
  chromium: 'Chromium',
  edge: 'Edge',
  brave: 'Brave',
  firefox: 'Firefox',
};

export const nameOf = (brand: Brand): string => names[brand];

/** The browser asked for, or any; installed now where that is possible. */
export function chooseBrowser(wanted: Brand | undefined): FoundBrowser {
  const found = findBrowser(wanted);
  if (found) return found;
  const missing = wanted ? `${names[wanted]} was not found.` : 'No browser was found.';
  const instead = insteadOf(wanted, findBrowser());
  if (instead) throw new Error(`${missing} ${instead}`);
  const may = mayInstall();
  if (may) console.log(`${missing} Installing one …`);
  try {
    return findOrInstallBrowser(wanted);
  } catch (error) {
    if (may || !(error instanceof Error)) throw error;
    throw new Error(`${missing} This installs one:\n\n  ${error.message}\n`);
  }
}

/** What to do where no command brings the browser that was asked for; null where one does. `other`: one that is there. */
export function insteadOf(
  wanted: Brand | undefined,
  other: FoundBrowser | undefined,
  platform = process.platform,
): string | null {
  const byCommand: readonly Brand[] = [platform === 'linux' ? 'chromium' : 'chrome', 'firefox'];
  if (!wanted || byCommand.includes(wanted)) return null;
  return other
    ? `Install it, or take the one that is here: npm start -- --browser ${other.name}`
    : 'Install it, or another one.';
}

/** Whether a screen of our own can be had, with a real mouse. */
export const hasOwnScreen = (): boolean =>
  process.platform === 'linux' && isCommand('Xvfb') && isCommand('xdotool');

/** Whether such a screen can be photographed. */
export const hasCamera = (): boolean => isCommand('import') && isCommand('identify');
