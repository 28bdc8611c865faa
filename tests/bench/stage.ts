import { anthropicEndpoint, originOf } from '../../utils/core/endpoint';
import type { Command } from '../../utils/messages/messages';
import type { Browser, Page, View } from '../browsers/browser';
import type { Cdp } from '../browsers/cdp';
import { createChromiumBackground } from '../browsers/chromium-background';
import { startChromium } from '../browsers/chromium-process';
import { attach, targets } from '../browsers/chromium-surface';
import { type ChromiumTabs, createChromiumTabs } from '../browsers/chromium-tabs';
import type { Display } from '../browsers/display';
import { until } from '../browsers/poll';
import { prepareSurroundings } from '../browsers/surroundings';
import { buildFor, demoKey } from '../e2e/support';
import { type PageServer, servePages } from '../pages/serve';
import { type StandIn, startStandIn } from '../stand-in/stand-in';
import { type LimitName, limitNames, writeLimits } from './limits';

/** One extension among those in the browser. */
export interface Subject extends Pick<Browser, 'killBackground' | 'inBackground'> {
  /** A page of the extension in which nothing runs by itself. */
  openControl(): Promise<Page>;
  /** Bytes of the worker's heap in use, and of what it holds outside of that. */
  heap(): Promise<number>;
  popup(): Promise<View>;
  closePopup(): Promise<void>;
}

/** A browser on a screen with ours and all limits in it, the API's stand-in, and pages. */
export interface Stage {
  readonly version: string;
  readonly screen: Display;
  readonly tabs: ChromiumTabs;
  readonly api: StandIn;
  readonly pages: PageServer;
  readonly ours: Subject;
  readonly limits: Readonly<Record<LimitName, Subject>>;
  close(): Promise<void>;
}

/** `extensionDir`: another build than the one at hand, to compare. */
export async function setStage(extensionDir = buildFor('chromium')): Promise<Stage> {
  const [api, pages] = await Promise.all([startStandIn({ tls: true }), servePages()]);
  const options = { extensionDir, api };
  const around = await prepareSurroundings(options);
  const { cdp, version, extensionId } = await startChromium(extensionDir, options, around);
  const tabs = createChromiumTabs(cdp);
  const ours = subjectOf(cdp, tabs, extensionId);
  await prepare(ours);
  return {
    version,
    tabs,
    api,
    pages,
    ours,
    limits: await loadLimits(cdp, tabs),
    screen: around.screen(),
    async close() {
      await around.kill();
      await Promise.all([api.close(), pages.close()]);
    },
  };
}

async function loadLimits(cdp: Cdp, tabs: ChromiumTabs): Promise<Record<LimitName, Subject>> {
  const folders = await writeLimits();
  const loaded: Partial<Record<LimitName, Subject>> = {};
  for (const name of limitNames) {
    const { id } = await cdp.send<{ id: string }>('Extensions.loadUnpacked', {
      path: folders[name],
    });
    loaded[name] = subjectOf(cdp, tabs, id);
  }
  return loaded as Record<LimitName, Subject>;
}

function subjectOf(cdp: Cdp, tabs: ChromiumTabs, id: string): Subject {
  const origin = `chrome-extension://${id}`;
  const popupUrl = `${origin}/popup.html`;
  const popup = () => tabs.view(popupUrl);
  return {
    ...createChromiumBackground(cdp, origin),
    openControl: () => tabs.open(`${origin}/manifest.json`),
    heap: () => heapOf(cdp, origin),
    popup,
    async closePopup() {
      await (await popup()).close();
      await until('the popup to close', async () => !(await tabs.floating(popupUrl)));
    },
  };
}

async function heapOf(cdp: Cdp, origin: string): Promise<number> {
  const workers = await targets(cdp, 'service_worker');
  const worker = workers.find(({ url }) => url.startsWith(`${origin}/`));
  if (!worker) throw new Error('The worker has ended.');
  const sessionId = await attach(cdp, worker.targetId);
  const used = await cdp.send<Readonly<Record<string, number>>>(
    'Runtime.getHeapUsage',
    {},
    sessionId,
  );
  await cdp.send('Target.detachFromTarget', { sessionId });
  const { usedSize = 0, embedderHeapUsedSize = 0, backingStorageSize = 0 } = used;
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

/** A key, no limits, and the same question is asked again each time. */
async function prepare(ours: Subject): Promise<void> {
  const control = await ours.openControl();
  const { id: endpointId } = anthropicEndpoint;
  const origin = originOf(anthropicEndpoint);
  const limits = { monthlyLimit: null, dailyLimit: null, runLimit: null, confirmAbove: 1e12 };
  const commands: readonly Command[] = [
    { kind: 'save-key', endpointId, origin, key: demoKey, keep: 'device' },
    { kind: 'change-settings', change: { ...limits, freeRepeats: false } },
  ];
  for (const command of commands)
    await control.evaluate('return chrome.runtime.sendMessage(args[0])', command);
  await control.close();
}
