import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchOptions } from './browser';
import type { FirefoxProcess } from './firefox-process';
import type { Extension } from './manifest';
import { zipDirectory } from './zip';

/** Installs the extension, unless it is still there from the last start of this profile; answers its id. */
export async function installInFirefox(
  { marionette, chrome }: FirefoxProcess,
  { dir, geckoId }: Extension,
  profileDir: string,
  { permanent = false, private: allowPrivateBrowsing = false }: LaunchOptions,
): Promise<string> {
  if (geckoId && (await chrome<boolean>(isInstalled, geckoId))) return geckoId;
  const xpi = join(profileDir, 'extension-under-test.xpi');
  if (permanent) writeFileSync(xpi, zipDirectory(dir));
  const options = { path: permanent ? xpi : dir, temporary: !permanent, allowPrivateBrowsing };
  return (await marionette.send<{ value: string }>('Addon:Install', options)).value;
}

const isInstalled = 'return Boolean(WebExtensionPolicy.getByID(args[0]))';
