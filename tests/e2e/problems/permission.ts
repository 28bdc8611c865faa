import { inExtension, type Scene } from './scene';

const origins = ['https://api.anthropic.com/*'];

/** Takes the permission for the API back, as the user does: in about:addons, or in chrome://extensions. */
export async function forbidApi(scene: Scene): Promise<void> {
  if (scene.name === 'chromium') return allowSites(scene, 'ON_CLICK');
  await inExtension(scene, 'await browser.permissions.remove({ origins: args[0] });', origins);
}

export async function allowApi(scene: Scene): Promise<void> {
  if (scene.name === 'chromium') await allowSites(scene, 'ON_ALL_SITES');
}

/** *Site access* on the extension's own page in chrome://extensions. */
async function allowSites(scene: Scene, hostAccess: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
  const browser = scene.browser();
  const page = await browser.open('chrome://extensions/');
  await page.evaluate('await chrome.developerPrivate.updateExtensionConfiguration(args[0]);', {
    extensionId: browser.extensionId,
    hostAccess,
  });
  await page.close();
}
