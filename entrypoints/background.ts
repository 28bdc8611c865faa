import { type Browser, browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { findAccess } from '../utils/access';
import { createCaptors } from '../utils/capture/captors';
import { captureAim } from '../utils/capture/capture-aim';
import { createHosts } from '../utils/capture/hosts';
import { inPages } from '../utils/capture/in-pages';
import { mediaData } from '../utils/capture/media-data';
import { createParsers } from '../utils/capture/parsers';
import { obey } from '../utils/commands/obey';
import { tryAllowed } from '../utils/commands/site-commands';
import type { Staff } from '../utils/commands/staff';
import { createWishes } from '../utils/commands/wishes';
import { type EndpointConfig, isDevice } from '../utils/core/endpoint';
import { daily } from '../utils/daily';
import { digest } from '../utils/digest';
import { anthropic } from '../utils/endpoints/anthropic';
import { browserSummarizer } from '../utils/endpoints/browser-summarizer';
import { device } from '../utils/endpoints/device';
import type { Endpoint } from '../utils/endpoints/endpoint';
import { explaining } from '../utils/endpoints/explaining';
import { createMenu, keepMenu, mendMenu, speakUsersLanguage } from '../utils/gestures/menu';
import { firstLine, startFromOmnibox, suggestionsFor } from '../utils/gestures/omnibox';
import { startFromShortcut } from '../utils/gestures/shortcuts';
import { startFromMenu } from '../utils/gestures/start-from-menu';
import { parseCommand, parseWatch } from '../utils/messages/incoming';
import { runPort, type Viewer } from '../utils/messages/run-port';
import {
  detectLanguage,
  isPrivate,
  isView,
  openWelcome,
  showBadge,
  showTab,
} from '../utils/platform/platform';
import { keepAwake, outliveSleep } from '../utils/platform/platform-awake';
import { activeTab, addressBar } from '../utils/platform/platform-gestures';
import { mayReach, releaseOrigin, requestOrigin } from '../utils/platform/platform-sites';
import { guardStorage } from '../utils/platform/platform-storage';
import { letUpdatesIn } from '../utils/platform/platform-updates';
import { tidying } from '../utils/retention';
import { type Badge, badgeWords } from '../utils/runs/badge';
import { createCounts } from '../utils/runs/counts';
import { createFeeds } from '../utils/runs/feeds';
import { createLedgerBin } from '../utils/runs/ledger-bin';
import type { Means } from '../utils/runs/means';
import { readChoices, readLimits } from '../utils/runs/read-choices';
import { createRunner } from '../utils/runs/runner';
import { answers } from '../utils/store/answers';
import { learnFrom } from '../utils/store/calibration';
import { createFiles, type Files } from '../utils/store/files';
import { countAnswer } from '../utils/store/follow-ups';
import { inTurn } from '../utils/store/in-turn';
import { ledger } from '../utils/store/ledger';
import { findLoss } from '../utils/store/loss';
import { journal } from '../utils/store/runs';
import { createTabRuns } from '../utils/store/tab-runs';

// One classic file: as a module with its imports a stopped worker takes almost twice as long to start.
export default defineBackground(main);

const time = {
  now: () => Date.now(),
  ticks: () => performance.now(),
  random: () => Math.random(),
};
const newId = () => crypto.randomUUID();
const isOnline = () => navigator.onLine;
const choices: Means['choices'] = (endpointId) =>
  readChoices(endpointId, browser.i18n.getUILanguage());

function open(config: EndpointConfig): Endpoint {
  if (isDevice(config)) return device(browserSummarizer());
  return explaining(anthropic(config), config, { isOnline, mayReach });
}

const parsers = createParsers(newId);

const inBrowser = { ...inPages, showTab, isPrivate, detectLanguage, release: releaseOrigin };

function captorsWith(files: Files) {
  return createCaptors({ scripting: browser.scripting, files, choices, parse: parsers.parse });
}

function main(): void {
  outliveSleep();
  const files = createFiles(digest, time.now);
  const dataOf: Means['dataOf'] = (media) => mediaData(media, files);
  const counts = createCounts({ open, digest, dataOf, time });
  const means = { open, choices, limits: readLimits, findAccess, time, answers, counts };
  const tidy = tidying({ journal, files, ledger }, findLoss(time.now()), time.now);
  const runner = createRunner({
    ...means,
    journal,
    ledger,
    tabRuns: createTabRuns(),
    feeds: createFeeds(time.ticks),
    patience: { headers: 60_000, silence: 60_000, whole: 600_000 },
    isOnline,
    newId,
    dataOf,
    digest,
    learnFrom,
    countAnswer,
    keepAwake,
    showBadge: (tabId, badge) => void badges(() => tellBadge(tabId, badge)),
    rested: daily(tidy, time.now),
  });
  const captors = captorsWith(files);
  listen({
    runner,
    ledgerBin: createLedgerBin(ledger),
    files,
    means,
    ...captors,
    captureAim: (...aimed) => captureAim(captors, ...aimed),
    wishes: createWishes(),
    hosts: createHosts({ ...time, request: requestOrigin, mayReach, release: releaseOrigin }),
    parsers,
    ...inBrowser,
    tidy,
  });
}

/** In order: a badge that is overtaken would stay wrong. */
const badges = inTurn();

async function tellBadge(tabId: number, badge: Badge): Promise<void> {
  await speakUsersLanguage().catch(() => undefined);
  await showBadge(tabId, badge, badgeWords(badge));
}

/** Listeners are registered in the first tick: a background that wakes up gets only the events it listens for by then. */
function listen(staff: Staff): void {
  const { runner } = staff;
  const leave = (viewer: Viewer) => {
    runner.unwatch(viewer);
    parsers.leave(viewer);
  };
  browser.tabs.onRemoved.addListener((tabId) => {
    runner.forget(tabId);
    staff.wishes.take(tabId);
  });
  browser.tabs.onReplaced.addListener((by, tabId) => void runner.replace(tabId, by));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void createMenu();
    if (reason === 'install') void openWelcome();
  });
  browser.runtime.onStartup.addListener(staff.tidy);
  browser.permissions.onAdded.addListener(() => void tryAllowed(staff).catch(() => undefined));
  keepMenu();
  browser.commands.onCommand.addListener((name, tab) => void startFromShortcut(name, tab, staff));
  listenToOmnibox(staff);
  browser.contextMenus.onClicked.addListener((info, tab) => startFromMenu(info, tab, staff));
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const command = isView(sender) ? parseCommand(message) : null;
    return command ? obey(command, staff) : undefined;
  });
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== runPort || !port.sender || !isView(port.sender)) return port.disconnect();
    const viewer = viewerOf(port, leave);
    port.onMessage.addListener((message: unknown) => {
      const watch = parseWatch(message);
      if (!watch) return;
      void runner.watch(viewer, watch);
      parsers.join(viewer);
    });
    port.onDisconnect.addListener(() => leave(viewer));
  });
  letUpdatesIn();
  void guardStorage();
  void mendMenu();
}

function listenToOmnibox(staff: Staff): void {
  const { omnibox } = browser;
  omnibox.onInputStarted.addListener(() => void speakUsersLanguage());
  omnibox.onInputChanged.addListener((typed, suggest) => {
    omnibox.setDefaultSuggestion({ description: firstLine(typed, addressBar) });
    void suggestionsFor(typed, addressBar.quote).then((found) => suggest([...found]));
  });
  omnibox.onInputEntered.addListener(
    (typed) => void activeTab().then((tab) => startFromOmnibox(typed, tab, staff)),
  );
}

/** A view that has just gone must not disturb the run that it showed. */
function viewerOf(port: Browser.runtime.Port, leave: (viewer: Viewer) => void): Viewer {
  const viewer: Viewer = {
    post(feed) {
      try {
        port.postMessage(feed);
      } catch {
        leave(viewer);
      }
    },
  };
  return viewer;
}
