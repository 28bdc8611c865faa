import { beforeAll, expect, test } from 'vitest';
import type { Page, View } from '../../browsers/browser';
import { copiedFrom, expectSame } from '../glass';
import { ended, postsOf, type Stage } from '../support';

const filler = Array.from(
  { length: 40 },
  (_, at) => `<p>Paragraph ${at} tells nothing of importance and goes on for a while.</p>`,
).join('');

/** What changes in it, it notes. */
const body = `<!doctype html><html lang="en"><title>Winter</title><link rel="icon" href="data:,">
  <body><main><h1>Winter</h1>
  <p>The harbour <em>froze in <b>Jan</b>uary</em>, and stayed so. “Ships waited for
     a whole month.” Nobody had planned<span style="display:none"> never</span> for that.</p>
  ${filler}</main><script>
    window.changes = 0;
    new MutationObserver((all) => { changes += all.length; }).observe(document, {
      subtree: true, childList: true, attributes: true, characterData: true });
  </script>`;

const highlighted = (page: Page) =>
  page.evaluate<string>(
    'return [...(CSS.highlights.get("gloss-passage") ?? [])].map(String).join("");',
  );

export function sources(stageOf: () => Stage): void {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = stageOf();
    page = await stage.browser.open(stage.pages.add(body));
  });

  test('says before what they take, and marks what it rests on', async () => {
    await stage.browser.clickToolbarButton(page);
    const popup = await stage.browser.popup();
    await popup.waitFor('.estimate');
    await popup.click('input[name=sources]');
    await popup.waitFor('.sources-note');
    expect(await popup.text('.sources-note')).toMatch(/more tokens .*\$0\.000.*guess/s);
    const before = await copiedFrom(popup);
    expect(postsOf(stage.api)).toEqual([]);
    await popup.click('text=Summarize');
    await ended(popup);
    await popup.waitFor('.answer .cite');
    expect(JSON.stringify(postsOf(stage.api)[0]?.body)).toContain('"citations":{"enabled":true}');
    expect(await popup.text('.passages li')).toContain('The harbour froze in January');
    await expectOpaqueHead(popup);
    const [post] = postsOf(stage.api);
    expect(before.json).toBe(post?.text);
    await popup.click('.receipt summary');
    await expectSame(await copiedFrom(popup), post, stage.api);
    await popup.click('.receipt summary');
  });

  test('scrolls to the cited text and highlights exactly it, and nothing in the page is changed', async () => {
    const popup = await stage.browser.popup();
    await page.evaluate('scrollTo(0, document.body.scrollHeight); changes = 0;');
    const sheets = 'return [document.styleSheets.length, document.adoptedStyleSheets.length];';
    const before = await page.evaluate(sheets);
    const texts = ['The harbour froze in January, and stayed so.', 'Nobody had planned for that.'];
    for (const text of texts) {
      const mark = await popup.waitUntil<string>(
        `return [...document.querySelectorAll('.passages li')].find((line) => line.innerText.includes(${JSON.stringify(text)}))?.value;`,
      );
      await popup.click(`.answer .cite[href="#passage-${mark}"]`);
      await page.waitUntil(
        `return [...(CSS.highlights.get("gloss-passage") ?? [])].map(String).join("") === ${JSON.stringify(text)};`,
      );
      expect(await highlighted(page)).toBe(text);
    }
    await popup.waitUntil(
      'return document.querySelector(".passages [role=status]").innerText.includes("Highlighted");',
    );
    expect(
      await page.evaluate(
        'return getComputedStyle(document.querySelector("h1 + p"), "::highlight(gloss-passage)").backgroundColor;',
      ),
    ).toBe('rgb(255, 214, 92)');
    const { top, height } = await page.evaluate(() => {
      const { top } = (document.querySelector('h1 + p') as Element).getBoundingClientRect();
      return { top, height: innerHeight };
    });
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(height);
    expect(await page.evaluate('return changes;')).toBe(0);
    expect(await page.evaluate(sheets)).toEqual(before);
  });

  test('says so when the passage is gone', async () => {
    const popup = await stage.browser.popup();
    await page.evaluate('document.querySelector("h1 + p").remove();');
    await popup.click('.passages button');
    await popup.waitUntil(
      'return /not on the page any more/.test(document.querySelector(".passages [role=status]").innerText);',
    );
    expect(await stage.browser.errors()).toEqual([]);
  });
}

/** Where the user chose the colours no gradient is drawn, and the answer scrolls through below. */
async function expectOpaqueHead(popup: View): Promise<void> {
  await popup.emulate({ forcedColors: true });
  await popup.waitUntil(() => matchMedia('(forced-colors: active)').matches);
  const ground = () => {
    const head = document.querySelector('.run-head');
    return head && getComputedStyle(head).backgroundColor;
  };
  expect(await popup.evaluate(ground)).toMatch(/^rgb\(/);
  await popup.emulate({});
}
