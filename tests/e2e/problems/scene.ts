import {
  type Browser,
  type BrowserName,
  launch,
  type Page,
  type View,
} from '../../browsers/browser';
import type { Script } from '../../browsers/script';
import { type PageServer, servePages } from '../../pages/serve';
import { MODELS } from '../../stand-in/models';
import { type ModelSpec, type StandIn, startStandIn } from '../../stand-in/stand-in';
import { expectNothingLeft } from '../aftermath';
import { bare, buildFor, haveKey, tell } from '../support';

/** A browser with the shipped extension that can be started anew, the API's stand-in, and pages. */
export interface Scene {
  readonly name: BrowserName;
  readonly api: StandIn;
  readonly pages: PageServer;
  browser(): Browser;
  /** Ends the browser and starts it again with the same profile; `meanwhile` may do things to that. */
  restart(meanwhile?: (profileDir: string) => void): Promise<void>;
  /** A key on this device, saved in the options page unless it is there already. */
  haveKey(): Promise<void>;
  /** The key that was saved is not there any more. */
  keyIsLost(): void;
  close(): Promise<void>;
}

/** Reads so little that an article is too long for it; nobody has a price for it. */
export const smallModel: ModelSpec = {
  id: 'claude-demo-small',
  name: 'Small',
  line: 'haiku',
  created: '2025-01-01T00:00:00Z',
  maxInput: 150,
  maxOutput: 1_000,
  thinking: ['disabled'],
  thinksByDefault: false,
  prefill: false,
  cacheMinimum: 4_096,
  sees: { edge: 1568, tokens: 1568 },
};

/** Not in our table of prices. */
export const unpricedModel: ModelSpec = {
  ...smallModel,
  id: 'claude-demo-unpriced',
  name: 'Unpriced',
  maxInput: 200_000,
  maxOutput: 64_000,
};

/** `still`: where no question of Chromium's own is answered. */
export async function setScene(name: BrowserName, { still = false } = {}): Promise<Scene> {
  const models = [...MODELS, smallModel, unpricedModel];
  const [api, pages] = await Promise.all([startStandIn({ tls: true, models }), servePages()]);
  const options = {
    extensionDir: buildFor(name),
    api,
    permanent: true,
    private: true,
    still,
  };
  const start = (profile: { readonly profileDir?: string }) =>
    launch(name, { ...options, ...profile });
  let browser = await start({});
  let hasKey = false;
  return {
    name,
    api,
    pages,
    browser: () => browser,
    async restart(meanwhile) {
      await browser.close();
      meanwhile?.(browser.profileDir);
      browser = await start({ profileDir: browser.profileDir });
    },
    async haveKey() {
      if (hasKey) return;
      await haveKey(browser);
      hasKey = true;
    },
    keyIsLost() {
      hasKey = false;
    },
    async close() {
      await browser.kill();
      await Promise.all([api.close(), pages.close()]);
      expectNothingLeft(browser, ['api.anthropic.com']);
    },
  };
}

/** The requests that cost money. */
export function posts({ api }: Pick<Scene, 'api'>) {
  return api.requests.filter(({ method, path }) => method === 'POST' && path === '/v1/messages');
}

/** Opens the popup by the toolbar and waits for what it would send. */
export async function openPreview(scene: Scene, page: Page): Promise<View> {
  const popup = await openPopup(scene, page);
  await popup.waitFor('.preview-actions');
  return popup;
}

export async function openPopup(scene: Scene, page: Page): Promise<View> {
  const browser = scene.browser();
  await browser.clickToolbarButton(page);
  return browser.popup();
}

/** Keeps the popup of another tab open beside the page, and comes back to this one. */
export async function openPanel(scene: Scene, page: Page): Promise<View> {
  const browser = scene.browser();
  const other = await browser.open(scene.pages.article);
  const popup = await openPreview(scene, other);
  await popup.click('[aria-label="Keep open beside the page"]');
  const panel = await browser.panel();
  await panel.waitFor('.preview-actions');
  await other.close();
  await page.bringToFront();
  return panel;
}

/** Changes settings as the options page does. */
export function changeSettings(scene: Scene, change: object): Promise<void> {
  return tell(scene.browser(), { kind: 'change-settings', change });
}

/** Runs in a document of the extension, with its powers; none of its views is open meanwhile. */
export async function inExtension<T, A extends readonly unknown[]>(
  scene: Scene,
  script: Script<T, A>,
  ...args: A
): Promise<T> {
  const page = await scene.browser().openExtensionPage(bare);
  try {
    return await page.evaluate(script, ...args);
  } finally {
    await page.close();
  }
}

/** Chooses a model in the options page, as a user does. */
export async function chooseModel(scene: Scene, id: string): Promise<void> {
  const options = await scene.browser().openExtensionPage('options.html');
  // The list grows once it has been read.
  await options.waitFor(`input[name=model][value="${unpricedModel.id}"]`);
  await options.click(`input[name=model][value="${id}"]`);
  await options.waitUntil(
    `const { settings } = await (globalThis.browser ?? chrome).storage.local.get('settings');
     return settings?.endpoints[0].model === args[0];`,
    id,
  );
  await options.close();
}
