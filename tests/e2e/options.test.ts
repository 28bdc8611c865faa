import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundIn, letTimePass, lockOf, openedByItself, passphrase, writings } from './profile';
import {
  answerIn,
  browserNames,
  demoKey,
  ended,
  openReceipt,
  postsOf,
  type Stage,
  saveKey,
  setStage,
} from './support';

describe.each(browserNames)('the options in %s', (name) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(name, { permanent: true });
  });
  afterAll(() => stage?.close());

  test('a key is tested at once, taken however it was pasted, and never shown again', async () => {
    const { browser, api } = stage;
    const options = await browser.openExtensionPage('options.html');
    await options.waitFor('input[type=password]');
    await options.type('input[type=password]', ` "${demoKey}" `);
    await options.press('Enter');
    await options.waitFor('text=Forget key');
    const text = await options.text();
    expect(text).toContain('5 models');
    expect(text).toContain(`••••${demoKey.slice(-4)}`);
    expect(await options.evaluate(() => document.documentElement.outerHTML)).not.toContain(
      demoKey.slice(0, -4),
    );
    expect(api.requests.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).toEqual([
      'GET /v1/models',
    ]);
    expect(await options.axe()).toEqual([]);
  });

  test('a wrong key is refused in words, and is not kept', async () => {
    const { browser } = stage;
    const options = await browser.openExtensionPage('options.html');
    await options.waitFor('text=Replace');
    await options.click('text=Replace');
    await options.type('input[type=password]', 'sk-ant-wrong');
    await options.press('Enter');
    await options.waitFor('.key-outcome.bad');
    expect(await options.text()).toContain('Anthropic did not accept your key');
    const again = await browser.openExtensionPage('options.html');
    await again.waitFor('text=Forget key');
    expect(await again.text()).toContain(`••••${demoKey.slice(-4)}`);
  });

  test('the model that is chosen is the one that answers, at its own price', async () => {
    const { browser, pages } = stage;
    const options = await browser.openExtensionPage('options.html');
    await options.waitFor('input[value=claude-sonnet-5-5]');
    await options.click('input[value=claude-sonnet-5-5]');
    const page = await browser.open(pages.article);
    await browser.rightClick(page, '#second', 'Summarize');
    const popup = await browser.popup();
    await ended(popup);
    // Its name comes from the stored list, just after the receipt.
    await popup.waitUntil(() =>
      document.querySelector('.receipt')?.textContent?.includes('Claude'),
    );
    const receipt = await openReceipt(popup);
    expect(receipt.Model).toBe('Claude Sonnet 5.5 (demo)');
    const nano = Number(receipt.Input) * 2000 + Number(receipt.Output) * 10_000;
    expect(Number(receipt.Cost?.slice(1))).toBeCloseTo(nano / 1e9, 9);
    await browser.closePopup();
  });

  test('the same again costs nothing, until it is asked again', async () => {
    const { browser, pages, api } = stage;
    const sent = postsOf(api).length;
    const page = await browser.open(pages.article);
    await browser.rightClick(page, '#second', 'Summarize');
    const popup = await browser.popup();
    await popup.waitFor('.repeat-note');
    expect(await popup.text('.repeat-note')).toMatch(/\$0\.00 · .*nothing was sent/);
    expect(await answerIn(popup)).toContain('Summary');
    expect(await popup.axe()).toEqual([]);
    expect(postsOf(api)).toHaveLength(sent);
    await popup.click('text=Ask again');
    await popup.waitFor('.receipt');
    expect(postsOf(api)).toHaveLength(sent + 1);
    await browser.closePopup();
  });

  test('a key that is forgotten is gone', async () => {
    const { browser, pages, api } = stage;
    const options = await browser.openExtensionPage('options.html');
    await options.waitFor('text=Forget key');
    await options.click('text=Forget key');
    await options.waitFor('input[type=password]');
    api.reset();
    const page = await browser.open(pages.article);
    await browser.clickToolbarButton(page);
    const popup = await browser.popup();
    await popup.click('text=Explain');
    await ended(popup);
    expect(await popup.text('.problem')).toContain('Gloss needs an API key for Anthropic');
    expect(api.requests).toEqual([]);
    await browser.closePopup();
  });

  test('a key kept on the device can be read by whoever has the profile, as the page says', async () => {
    const options = await saveKey(stage.browser);
    expect(await options.evaluate(openedByItself, 'https://api.anthropic.com')).toBe(demoKey);
  });

  test('under a passphrase neither it nor what opens it is in the profile', async () => {
    const options = await stage.browser.openExtensionPage('options.html');
    await options.waitFor('text=Keep it another way');
    await options.click('text=Keep it another way');
    await options.click('input[name=keep][value=passphrase]');
    await options.type('.new-passphrase .passphrase:first-child input', passphrase);
    await options.type('.new-passphrase .passphrase:last-child input', passphrase);
    expect(await options.axe()).toEqual([]);
    await options.press('Enter');
    await options.waitFor('text=Lock now');
    const { dataKey, salt } = await options.evaluate(lockOf);
    expect(await options.evaluate(openedByItself, 'https://api.anthropic.com')).toBeNull();
    let found: readonly string[] = [];
    await stage.restart((profileDir) => {
      found = foundIn(profileDir, {
        'the key': writings(Buffer.from(demoKey)),
        'the passphrase': writings(Buffer.from(passphrase)),
        'what opens keys': writings(Buffer.from(dataKey, 'base64')),
        'the salt of the lock': writings(Buffer.from(salt, 'base64')),
      });
    });
    // The salt shows that what is there is found.
    expect(found).toEqual(['the salt of the lock']);
  });

  test('it is locked then, opens by the passphrase alone, and locks by itself and when told to', async () => {
    const options = await stage.browser.openExtensionPage('options.html');
    await options.waitFor('.saved-key');
    expect(await options.text('.saved-key')).toMatch(/Locked/);
    expect(await options.axe()).toEqual([]);
    const unlock = async (typed: string) => {
      await options.type('.saved-key ~ .unlocking input', typed);
      await options.press('Enter');
    };
    await unlock('wrong horse battery');
    await options.waitFor('text=That is not the passphrase.');
    await unlock(passphrase);
    await options.waitFor('text=Lock now');
    await options.evaluate(letTimePass, 13);
    const later = await stage.browser.openExtensionPage('options.html');
    await later.waitFor('.lock .unlock');
    await later.type('.lock .unlock input', passphrase);
    await later.press('Enter');
    await later.waitFor('text=Lock now');
    await later.click('text=Lock now');
    await later.waitFor('.lock .unlock');
    expect(await later.text('.saved-key')).toMatch(/Locked/);
  });
});
