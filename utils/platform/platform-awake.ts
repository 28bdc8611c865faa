import { browser } from 'wxt/browser';

/** ms. Both browsers end a background that has called no extension API for 30 s, a stream under way or not. */
const wakeEvery = 20_000;

let awake = 0;
let waking: ReturnType<typeof setInterval> | undefined;
let resting = () => {};

/** Keeps the background alive until the returned function is called. */
export function keepAwake(): () => void {
  awake += 1;
  waking ??= setInterval(() => void browser.runtime.getPlatformInfo(), wakeEvery);
  let rested = false;
  return () => {
    if (rested) return;
    rested = true;
    awake -= 1;
    if (awake > 0) return;
    clearInterval(waking);
    waking = undefined;
    resting();
  };
}

export function isAwake(): boolean {
  return awake > 0;
}

/** `act` is called each time that nothing needs the background alive any more. */
export function whenResting(act: () => void): void {
  resting = act;
}

/**
 * Firefox counts a computer's sleep as idleness and ends the background on waking, before it has let in what came
 * meanwhile (153). An event at the goodbye calls that off: what is stored then makes one. Chromium's workers get no goodbye.
 */
export function outliveSleep(): void {
  const { session } = browser.storage;
  session.onChanged.addListener(() => undefined);
  browser.runtime.onSuspend.addListener(async () => {
    if (!isAwake()) return;
    await session.set({ awake });
    await session.remove('awake');
  });
}
