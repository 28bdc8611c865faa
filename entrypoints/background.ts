import { type Browser, browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { capture } from '../utils/capture';
import { readChoices } from '../utils/choices';
import { obey, type Staff } from '../utils/commands';
import { consentAbove } from '../utils/core/estimate';
import { anthropic } from '../utils/endpoints/anthropic';
import { explaining } from '../utils/endpoints/explaining';
import { createFeeds, type Viewer } from '../utils/feeds';
import { findKey } from '../utils/find-key';
import { parseCommand, parseWatch } from '../utils/incoming';
import { createMenu, startFromMenu } from '../utils/menu';
import { runPort } from '../utils/messages';
import { isPrivate, isView, keepAwake, lockStorage, mayReach } from '../utils/platform';
import { createRunner } from '../utils/runner';
import { ledger } from '../utils/store/ledger';
import { journal } from '../utils/store/runs';
import { createTabRuns } from '../utils/store/tab-runs';

// One classic file: as a module with its imports a stopped worker takes almost twice as long to start.
export default defineBackground(main);

function main(): void {
  const time = {
    now: () => Date.now(),
    ticks: () => performance.now(),
    random: () => Math.random(),
  };
  const isOnline = () => navigator.onLine;
  const endpoint = explaining(anthropic(), { isOnline, mayReach });
  const choices = () => readChoices(browser.i18n.getUILanguage());
  const runner = createRunner({
    endpoint,
    journal,
    ledger,
    tabRuns: createTabRuns(),
    feeds: createFeeds(time.ticks),
    time,
    patience: { headers: 60_000, silence: 60_000, whole: 600_000 },
    thresholds: consentAbove,
    isOnline,
    choices,
    findKey,
    newId: () => crypto.randomUUID(),
    digest: sha256,
    keepAwake,
  });
  listen({ runner, endpoint, capture, choices, isPrivate, now: time.now });
}

/** Listeners are registered in the first tick: a background that wakes up gets only the events it listens for by then. */
function listen(staff: Staff): void {
  const { runner } = staff;
  browser.tabs.onRemoved.addListener((tabId) => runner.forget(tabId));
  browser.runtime.onInstalled.addListener(() => void createMenu());
  browser.contextMenus.onClicked.addListener((info, tab) => startFromMenu(info, tab, staff));
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const command = isView(sender) ? parseCommand(message) : null;
    return command ? obey(command, staff) : undefined;
  });
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== runPort || !port.sender || !isView(port.sender)) return port.disconnect();
    const viewer = viewerOf(port, (gone) => runner.unwatch(gone));
    port.onMessage.addListener((message: unknown) => {
      const watch = parseWatch(message);
      if (watch) void runner.watch(viewer, watch);
    });
    port.onDisconnect.addListener(() => runner.unwatch(viewer));
  });
  void lockStorage();
}

/** A view that has just gone must not disturb the run that it showed. */
function viewerOf(port: Browser.runtime.Port, unwatch: (viewer: Viewer) => void): Viewer {
  const viewer: Viewer = {
    post(feed) {
      try {
        port.postMessage(feed);
      } catch {
        unwatch(viewer);
      }
    },
  };
  return viewer;
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
