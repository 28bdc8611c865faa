import { beforeAll, beforeEach, expect, test } from 'vitest';
import { consentAbove } from '../../../utils/core/estimate/estimate';
import type { View } from '../../browsers/browser';
import { type Stage, tell } from '../support';

const textSizes = ['small', 'normal', 'large', 'larger'];

/** A popup grows up to 600 pixels, whatever is in it. */
export function textSize(stageOf: () => Stage): void {
  let stage: Stage;
  beforeAll(() => {
    stage = stageOf();
  });
  beforeEach(() => stage.api.reset());

  test('nothing that can be clicked leaves the window, in the preview and where Gloss asks first', async () => {
    const { browser, pages } = stage;
    await tell(browser, { kind: 'change-settings', change: { confirmAbove: 0 } });
    await browser.open(pages.article);
    await browser.pressShortcut(browser.name === 'firefox' ? 'Alt+Shift+G' : 'Alt+Shift+S');
    const popup = await browser.popup();
    await popup.waitFor('.estimate');
    for (const size of textSizes) await expectInSight(popup, size);

    await popup.press('Enter');
    await popup.waitFor('.confirming');
    for (const size of textSizes) await expectInSight(popup, size);
    await popup.click('text=Cancel');
    await browser.closePopup();

    const small = await browser.openExtensionPage('popup.html?tab=1', { width: 420, height: 500 });
    await small.waitFor('.foot');
    for (const size of textSizes) await expectInSight(small, size);
    await small.close();
    const usual = { confirmAbove: consentAbove.nano, textSize: 'normal' };
    await tell(browser, { kind: 'change-settings', change: usual });
    expect(await browser.errors()).toEqual([]);
  });
}

async function expectInSight(view: View, textSize: string): Promise<void> {
  await view.evaluate(
    "await (globalThis.browser ?? chrome).runtime.sendMessage({ kind: 'change-settings', change: args[0] });",
    { textSize },
  );
  await view.waitUntil((size) => document.documentElement.dataset.textSize === size, textSize);
  // The window takes its new size a little later.
  await expect.poll(() => view.evaluate(outOfSight), { message: textSize }).toEqual([]);
}

function outOfSight(): readonly string[] {
  const { scrollWidth, scrollHeight } = document.documentElement;
  const scrolls =
    scrollWidth > innerWidth || scrollHeight > innerHeight
      ? [`${scrollWidth} × ${scrollHeight} in ${innerWidth} × ${innerHeight}`]
      : [];
  const controls = [...document.querySelectorAll<HTMLElement>('.foot :is(a, button)')];
  const gone = controls.filter((control) => {
    const { top, bottom, left, right } = control.getBoundingClientRect();
    return top < 0 || left < 0 || bottom > innerHeight || right > innerWidth;
  });
  return [...scrolls, ...gone.map((control) => control.ariaLabel ?? control.innerText)];
}
