import { expect, test } from 'vitest';
import { ended, postsOf, saveKey, setStage } from './support';
test('loop', async () => {
  const stage = await setStage('chromium');
  await saveKey(stage.browser);
  for (let i = 0; i < 16; i += 1) {
    stage.api.reset();
    const page = await stage.browser.open(stage.pages.article);
    await stage.browser.clickToolbarButton(page);
    const popup = await stage.browser.popup();
    await popup.evaluate(() => {
      const log: string[] = []; (window as any).__log = log; const t0 = performance.now(); const add = (x: string) => log.push(`${(performance.now() - t0).toFixed(0)} ${x}`);
      for (const type of ['pointermove', 'pointerdown', 'pointerup', 'click', 'mousedown', 'mouseup', 'scroll', 'resize', 'focusin', 'blur']) addEventListener(type, (e) => add(`${type} ${(e.target as any)?.textContent?.slice?.(0, 14) ?? ''} ${(e.target as any)?.className ?? ''} y=${(e as any).clientY} top=${document.querySelector('.choices')?.scrollTop}`), true);
      new MutationObserver((l) => l.forEach((m) => { for (const n of m.removedNodes) add(`removed ${(n as any).className ?? n.nodeName}`); for (const n of m.addedNodes) add(`added ${(n as any).className ?? n.nodeName}`); })).observe(document.body, { childList: true, subtree: true });
      add(`start ${document.querySelector('.choices') !== null}`);
    });
    await popup.click('text=Translate');
    try { await popup.waitFor('.receipt, .problem, .run-note', { timeout: 8000 }); } catch (e) {
      console.log('FAIL', i, postsOf(stage.api).length, (await popup.text()).slice(0, 600));
      console.log(await popup.evaluate(() => JSON.stringify({ log: (window as any).__log, top: document.querySelector('.choices')?.scrollTop, sel: document.querySelector('[aria-selected=true]')?.textContent, vis: document.visibilityState, focus: document.hasFocus() })));
      await stage.browser.screenshot(`/tmp/loop-${i}.png`);
    }
    await stage.browser.closePopup();
    await page.close();
  }
  await stage.close();
  expect(1).toBe(1);
}, 400_000);
