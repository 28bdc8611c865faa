import { browser } from 'wxt/browser';
import { isAwake, whenResting } from './platform-awake';

/** ms until the browser counts a view that was closed as gone. */
const closing = 1_000;

/**
 * A newer version of Gloss takes over when no run is under way and no view is open: it would end both. Without a listener
 * Firefox lets it in at once: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/runtime/onUpdateAvailable
 */
export function letUpdatesIn(): void {
  let waits = false;
  const look = async () => {
    if (!waits || isAwake() || (await anyViewIsOpen()) || isAwake()) return;
    browser.runtime.reload();
  };
  browser.runtime.onUpdateAvailable.addListener(() => {
    waits = true;
    void look();
  });
  whenResting(() => void look());
  browser.runtime.onConnect.addListener(({ onDisconnect }) =>
    onDisconnect.addListener(() => setTimeout(look, closing)),
  );
}

async function anyViewIsOpen(): Promise<boolean> {
  const views = await browser.runtime.getContexts({ contextTypes: ['TAB', 'POPUP', 'SIDE_PANEL'] });
  return views.length > 0;
}
