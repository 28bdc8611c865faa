import { type Brand, type FoundBrowser, findBrowser } from '../../tests/browsers/find';
import { findOrInstallBrowser, isCommand } from '../../tests/browsers/install';

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
  const missing = `${wanted ? names[wanted] : 'No browser'} was not found`;
  if (!findBrowser(wanted)) console.log(`${missing}; installing one …`);
  try {
    return findOrInstallBrowser(wanted);
  } catch (error) {
    const command = error instanceof Error ? error.message : String(error);
    throw new Error(`${missing}. This installs one:\n\n  ${command}\n`);
  }
}

/** Whether a screen of our own can be had, with a real mouse. */
export const hasOwnScreen = (): boolean =>
  process.platform === 'linux' && isCommand('Xvfb') && isCommand('xdotool');

/** Whether such a screen can be photographed. */
export const hasCamera = (): boolean => isCommand('import') && isCommand('identify');
