import type { Cdp } from './cdp';
import { attach, evaluateIn, loaded } from './chromium-surface';

const begin = `(async (id) => {
  await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, errorCollection: true });
})`;

const read = `(async (id) => {
  const info = await chrome.developerPrivate.getExtensionInfo(id);
  return info.runtimeErrors
    .filter((error) => error.severity === 'ERROR')
    .map((error) => error.message + ' (' + error.source + ')');
})`;

/**
 * The errors that the browser itself collects, so that nothing has to be attached to the worker.
 * Read on a hidden page: no tab is seen.
 */
export async function collectChromiumErrors(
  cdp: Cdp,
  extensionId: string,
): Promise<() => Promise<readonly string[]>> {
  const options = { url: 'chrome://extensions/strings.m.js', hidden: true };
  const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', options);
  const session = await attach(cdp, targetId);
  const run = (expression: string) => evaluateIn(cdp, session, expression);
  const id = JSON.stringify(extensionId);
  await loaded(run);
  await run(`${begin}(${id})`);
  return async () => (await run(`${read}(${id})`)) as readonly string[];
}
