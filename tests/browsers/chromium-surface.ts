import type { Media } from './browser';
import type { Cdp } from './cdp';
import { chromiumConsole } from './chromium-console';
import type { Key } from './keys';
import { until } from './poll';
import type { TabSurface } from './view';

export interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly embedderData?: { readonly tabActive?: boolean };
}

export async function targets(cdp: Cdp, type: string): Promise<readonly TargetInfo[]> {
  const { targetInfos } = await cdp.send<{ targetInfos: readonly TargetInfo[] }>(
    'Target.getTargets',
    { filter: [{ type }] },
  );
  return targetInfos;
}

/** Attaches to one target, and to nothing around it. */
export async function attach(cdp: Cdp, targetId: string): Promise<string> {
  const options = { targetId, flatten: true };
  return (await cdp.send<{ sessionId: string }>('Target.attachToTarget', options)).sessionId;
}

interface History {
  readonly currentIndex: number;
  readonly entries: readonly { readonly url: string }[];
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string; readonly value?: unknown };
  };
}

export async function evaluateIn(cdp: Cdp, sessionId: string, expression: string) {
  const options = { expression, awaitPromise: true, returnByValue: true };
  const answer = await cdp.send<Evaluated>('Runtime.evaluate', options, sessionId);
  const failure = answer.exceptionDetails;
  if (!failure) return answer.result.value;
  const { description, value } = failure.exception ?? {};
  throw new Error(description ?? String(value ?? failure.text));
}

export async function surfaceOf(cdp: Cdp, targetId: string): Promise<TabSurface> {
  const sessionId = await attach(cdp, targetId);
  const send = <T>(method: string, params?: object) => cdp.send<T>(method, params, sessionId);
  const run = (expression: string) => evaluateIn(cdp, sessionId, expression);
  const isOpen = async () =>
    (await targets(cdp, 'page')).some((target) => target.targetId === targetId);
  return {
    run,
    isOpen,
    mouse: async (x, y) => {
      const at = { x, y, button: 'left', clickCount: 1 };
      await send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
      await send('Input.dispatchMouseEvent', { ...at, type: 'mousePressed' });
      await unlessClosed(send('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' }));
    },
    key: async (key) => {
      const event = keyEvent(key);
      const down = { ...event, type: key.text ? 'keyDown' : 'rawKeyDown' };
      await unlessClosed(send('Input.dispatchKeyEvent', down));
      await unlessClosed(send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' }));
    },
    insert: async (text) => {
      await send('Input.insertText', { text });
    },
    capture: async () => {
      const { data } = await send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(data, 'base64');
    },
    emulate: async (media) => {
      await send('Emulation.setEmulatedMedia', { features: features(media) });
    },
    close: async () => {
      await cdp.send('Target.closeTarget', { targetId }).catch(() => undefined);
      await until('the page to close', async () => !(await isOpen()));
    },
    navigate: async (url) => {
      const { errorText } = await send<{ errorText?: string }>('Page.navigate', { url });
      if (errorText) throw new Error(`${errorText} at ${url}`);
      await loaded(run, url);
    },
    // A document does not know that its source is shown, nor what it is an error of.
    url: async () => {
      const { currentIndex, entries } = await send<History>('Page.getNavigationHistory');
      return entries[currentIndex]?.url ?? '';
    },
    consoleErrors: () => chromiumConsole(cdp, sessionId),
    bringToFront: async () => {
      await send('Page.bringToFront');
    },
    resize: async ({ width = 0, height = 0 }) => {
      const metrics = { width, height, deviceScaleFactor: 0, mobile: false };
      await send('Emulation.setDeviceMetricsOverride', metrics);
    },
  };
}

export async function loaded(
  run: (expression: string) => Promise<unknown>,
  url?: string,
): Promise<void> {
  await until('the page to load', () => hasLoaded(run, url));
}

/** A new document is *complete* while it is still the empty one before its own. */
export async function hasLoaded(
  run: (expression: string) => Promise<unknown>,
  url?: string,
): Promise<boolean> {
  const isNew = url === 'about:blank' ? 'true' : 'location.href !== "about:blank"';
  const asked = run(`document.readyState === "complete" && ${isNew}`);
  return (await asked.catch(() => false)) === true;
}

/** The document may close on a key or click before the browser has answered. */
async function unlessClosed(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!/session|closed|detached/i.test(String(error))) throw error;
  });
}

function keyEvent(key: Key): object {
  const modifiers =
    (key.alt ? 1 : 0) | (key.control ? 2 : 0) | (key.meta ? 4 : 0) | (key.shift ? 8 : 0);
  const { code, text, keyCode } = key;
  return { key: key.key, code, text, modifiers, windowsVirtualKeyCode: keyCode };
}

function features({ colorScheme, reducedMotion, forcedColors }: Media): readonly object[] {
  const feature = (name: string, value: string | undefined) => ({ name, value: value ?? '' });
  return [
    feature('prefers-color-scheme', colorScheme),
    feature('prefers-reduced-motion', reducedMotion ? 'reduce' : undefined),
    feature('forced-colors', forcedColors ? 'active' : undefined),
  ];
}
