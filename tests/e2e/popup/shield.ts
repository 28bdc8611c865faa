import { beforeAll, beforeEach, expect, test } from 'vitest';
import { answerIn, ended, postsOf, type Stage } from '../support';

const html = `<!doctype html><html lang="en"><title>To ada@example.org</title><main><article>
<p id="text">Ada Lovelace answers at ada@example.org and pays with 4111 1111 1111 1111 every month.</p>
</article></main></html>`;

export function shield(stageOf: () => Stage): void {
  let stage: Stage;

  beforeAll(() => {
    stage = stageOf();
  });
  beforeEach(async () => {
    await stage.browser.closePopup();
    stage.api.reset();
  });

  async function preview() {
    const page = await stage.browser.open(stage.pages.add(html));
    await page.select('#text');
    await stage.browser.clickToolbarButton(page);
    const popup = await stage.browser.popup();
    await popup.waitFor('.shield');
    return { page, popup };
  }
  const sent = () => JSON.stringify(postsOf(stage.api)[0]?.body);

  test('leaves as it is until the shield is up', async () => {
    const { popup } = await preview();
    await popup.click('text=Summarize');
    await ended(popup);
    expect(sent()).toContain('ada@example.org');
  });

  test('leaves as placeholders where the shield is up, and the popup shows the originals', async () => {
    const { popup } = await preview();
    await popup.click('.shield input');
    await popup.waitUntil(
      () =>
        document.querySelector('.shield-found')?.textContent === '1 e-mail, 1 card hidden' &&
        document.querySelector('.source-text')?.textContent?.includes('[EMAIL_1]'),
    );
    expect(await popup.axe()).toEqual([]);
    stage.api.next({ kind: 'answer', text: 'She answers at **[EMAIL_1]** and pays by card_1.' });
    await popup.click('text=Summarize');
    await ended(popup);
    expect(sent()).toContain('answers at [EMAIL_1] and pays with [CARD_1] every month');
    expect(sent()).not.toMatch(/ada@|4111/);
    await popup.waitFor('.answer strong');
    expect(await answerIn(popup)).toBe(
      'She answers at ada@example.org and pays by 4111 1111 1111 1111.',
    );
  });

  test('is remembered for the site, also by the menu', async () => {
    const page = await stage.browser.open(stage.pages.add(html));
    await page.select('#text');
    await stage.browser.rightClick(page, '#text', 'Summarize');
    await ended(await stage.browser.popup());
    expect(sent()).toContain('[EMAIL_1]');
    expect(sent()).not.toContain('ada@');
  });

  test('can be edited out before it is sent', async () => {
    const { popup } = await preview();
    await popup.click('text=Edit before sending');
    await popup.waitFor('.edit-text textarea');
    await popup.evaluate(() => document.querySelector<HTMLTextAreaElement>('textarea')?.select());
    await popup.type('.edit-text textarea', 'Nothing but this.');
    await popup.click('text=Use this text');
    await popup.waitFor('text=Undo my edits');
    await popup.click('text=Summarize');
    await ended(popup);
    expect(sent()).toContain('Nothing but this.');
    expect(sent()).not.toContain('Lovelace');
  });
}
