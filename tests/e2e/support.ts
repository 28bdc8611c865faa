import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Browser,
  type BrowserName,
  type LaunchOptions,
  launch,
  type Page,
  type View,
} from '../browsers/browser';
import { type PageServer, servePages } from '../pages/serve';
import {
  type RecordedRequest,
  type StandIn,
  type StandInOptions,
  startStandIn,
} from '../stand-in/stand-in';
import { expectNothingLeft } from './aftermath';
import { unwatch, watch } from './seen';

export const browserNames: readonly BrowserName[] = ['chromium', 'firefox'];

export const demoKey = 'sk-ant-demo-canary-0123456789-wxyz';

/** The shipped build of a browser, unmodified. */
export function buildFor(name: BrowserName): string {
  const target = name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3';
  const folder = fileURLToPath(new URL(`../../.output/${target}`, import.meta.url));
  if (!existsSync(folder)) throw new Error(`Build first: npm run build (${target} is missing)`);
  return folder;
}

/** A browser with the shipped extension, the API's stand-in and pages to use it on. */
export interface Stage {
  readonly browser: Browser;
  readonly api: StandIn;
  readonly pages: PageServer;
  /** Crashes the browser, and starts it again with the same profile; `meanwhile` may do things to that. */
  crash(meanwhile?: (profileDir: string) => void): Promise<void>;
  /** The same, but closed as a user closes it. */
  restart(meanwhile: (profileDir: string) => void): Promise<void>;
  close(): Promise<void>;
}

/** Where a test answers the browser's own questions about permissions: `still: false`. */
export async function setStage(
  name: BrowserName,
  options: Partial<LaunchOptions> = {},
  apiOptions: StandInOptions = {},
): Promise<Stage> {
  const [api, pages] = await Promise.all([
    startStandIn({ tls: true, ...apiOptions }),
    servePages(),
  ]);
  const launchOptions = { extensionDir: buildFor(name), api, still: true, ...options };
  const hosts = ['api.anthropic.com', ...Object.keys(options.hosts ?? {})];
  let browser = await launch(name, launchOptions);
  const stage: Stage = {
    get browser() {
      return browser;
    },
    api,
    pages,
    async crash(meanwhile) {
      const { profileDir } = browser;
      await browser.kill();
      expectNothingLeft(browser, hosts);
      meanwhile?.(profileDir);
      browser = await launch(name, { ...launchOptions, profileDir });
    },
    async restart(meanwhile) {
      const { profileDir } = browser;
      await browser.close();
      meanwhile(profileDir);
      browser = await launch(name, { ...launchOptions, profileDir });
    },
    // Nobody reads the profile again: no need to let the browser write it.
    async close() {
      await unwatch(stage);
      await browser.kill();
      await Promise.all([api.close(), pages.close()]);
      expectNothingLeft(browser, hosts);
    },
  };
  watch(stage);
  return stage;
}

/** What waits for `opened` goes on once `open` is called. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Types a key into the options page, as a user does, and waits until it has been tested. */
export async function saveKey(
  browser: Browser,
  key = demoKey,
  keep: 'session' | 'device' = 'device',
): Promise<Page> {
  const options = await browser.openExtensionPage('options.html');
  await options.waitFor('input[type=password]');
  await options.click(`input[name=keep][value=${keep}]`);
  await options.type('input[type=password]', key);
  await options.press('Enter');
  await options.waitFor(`text=Forget key`);
  await payAgain(options);
  return options;
}

/** A document of the extension that asks and shows nothing by itself, and has its powers. */
export const bare = 'icon/icon.svg';

/** Tells the background as a view does. */
export async function tell(browser: Browser, ...commands: readonly object[]): Promise<void> {
  const page = await browser.openExtensionPage(bare);
  await page.evaluate(
    `for (const command of args[0]) await (globalThis.browser ?? chrome).runtime.sendMessage(command);`,
    commands,
  );
  await page.close();
}

/** Has a key saved and tested as the options page does, for tests that are about something else. */
export function haveKey(browser: Browser): Promise<void> {
  return tell(
    browser,
    {
      kind: 'save-key',
      endpointId: 'anthropic',
      origin: 'https://api.anthropic.com',
      key: demoKey,
      keep: 'device',
    },
    { kind: 'change-settings', change: { freeRepeats: false } },
  );
}

/** The texts of the tests are the same again and again: unless it is about that, each is to be sent. */
async function payAgain(options: Page): Promise<void> {
  await options.click('input[name=freeRepeats][value=off]');
  await options.waitUntil(
    `const { settings } = await (globalThis.browser ?? chrome).storage.local.get('settings');
     return settings?.freeRepeats === false;`,
  );
}

/** Requests for an answer that the API has seen. */
export function postsOf(api: StandIn): readonly RecordedRequest[] {
  return api.requests.filter(({ method, path }) => method === 'POST' && path === '/v1/messages');
}

/** The text of the answer that a view shows; empty while there is none. */
export async function answerIn(view: View): Promise<string> {
  return view.evaluate(() => document.querySelector<HTMLElement>('.answer')?.innerText ?? '');
}

/** Opens the receipt that a view shows; its rows by name. */
export async function openReceipt(view: View): Promise<Readonly<Record<string, string>>> {
  // Its Markdown, once it is read, moves all that is below.
  await view.waitFor('.answer .part');
  await view.click('.receipt summary');
  await view.waitFor('.receipt dt');
  return view.evaluate(() => {
    const names = [...document.querySelectorAll<HTMLElement>('.receipt dt')];
    return Object.fromEntries(
      names.map((name) => {
        const value = (name.nextElementSibling as HTMLElement).innerText;
        return [name.innerText, value.replace(/[\u2066-\u2069]/g, '')];
      }),
    );
  });
}

/** Waits until the popup shows how its run ended. */
export async function ended(view: View): Promise<void> {
  await view.waitFor('.receipt, .problem, .run-note');
}

/** Opens the newest answer under *History* from a preview, and waits until it is shown. */
export async function openLatest(popup: View): Promise<void> {
  await popup.waitFor('.estimate');
  await popup.click('text=History');
  await popup.waitFor('.history-line');
  await popup.click('.history-line');
  await ended(popup);
}

/** Chooses in a list, by its name. */
export async function choose(view: View, name: string, value: string): Promise<void> {
  await view.evaluate(
    (of: string, chosen: string) => {
      const list = document.querySelector<HTMLSelectElement>(`select[name=${of}]`);
      if (!list) return;
      list.value = chosen;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    value,
  );
}
