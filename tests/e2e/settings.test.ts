import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import german from '../../public/_locales/de/messages.json';
import english from '../../public/_locales/en/messages.json';
import type { Page } from '../browsers/browser';
import { savedBy } from './saved-by';
import { answerIn, browserNames, demoKey, ended, type Stage, saveKey, setStage } from './support';

describe.each(browserNames)('the settings in %s', (name) => {
  let stage: Stage;
  let settings: Page;

  beforeAll(async () => {
    stage = await setStage(name, { downloadsPanel: true });
    settings = await saveKey(stage.browser);
  });
  afterAll(() => stage?.close());

  test('the language of the interface switches at once, in open views, new ones and the menu', async () => {
    const { browser, pages } = stage;
    await chooseLanguage('de');
    await settings.waitFor(`text=${german.backupDownload.message}`);
    expect(await settings.text('h1')).toBe(german.optionsTitle.message);
    expect(await settings.evaluate(() => document.documentElement.lang)).toBe('de');
    expect(await settings.axe()).toEqual([]);

    const page = await browser.open(pages.article);
    // Chromium's menu cannot be read.
    if (browser.menuLabels)
      await expect
        .poll(() => browser.menuLabels?.(page, '#lead'))
        .toEqual([german.menuSummarize.message]);
    await browser.rightClick(page, '#lead', german.menuSummarize.message);
    const popup = await browser.popup();
    await ended(popup);
    expect(await popup.text('h1')).toContain(german.action_summarize.message);
    expect(await popup.text('.run-bar')).toContain(german.remedy_try_again_paid.message);
    await browser.closePopup();
    await page.close();
    await chooseLanguage('en');
    await settings.waitFor(`text=${english.backupDownload.message}`);
    expect(await browser.errors()).toEqual([]);
  });

  test('a backup has all settings and no key, and brings them back, or nothing of it', async () => {
    await choose('theme', 'dark');
    await choose('retentionDays', '90');
    const backup = await savedBy(stage.browser, () =>
      settings.click(`text=${english.backupDownload.message}`),
    );
    expect(JSON.parse(backup).settings).toMatchObject({ theme: 'dark', retentionDays: 90 });
    expect(backup).not.toContain(demoKey.slice(0, 12));
    expect(backup).not.toContain(demoKey.slice(-4));

    await choose('theme', 'light');
    await choose('retentionDays', '7');
    await restore(settings, backup.replace('"theme": "dark"', '"theme": "pink"'));
    await settings.waitFor('.backup-outcome.bad');
    expect(await settings.text('.backup-outcome')).toContain('theme');
    expect(await stored('retentionDays')).toBe(7);

    await restore(settings, backup);
    await settings.waitUntil(() => document.documentElement.dataset.theme === 'dark');
    expect(await stored('retentionDays')).toBe(90);
    expect(await settings.text()).toContain(`••••${demoKey.slice(-4)}`);
  });

  // Firefox shows a download in a panel, and opens no popup while another panel is open.
  if (name === 'firefox')
    test('where the browser opens no popup, a small window shows the same', async () => {
      const { browser, pages } = stage;
      const page = await browser.open(pages.article);
      await browser.rightClick(page, '#lead', 'Summarize');
      const small = await browser.page('/popup.html?tab=');
      await ended(small);
      expect(await answerIn(small)).not.toBe('');
      expect(await small.axe()).toEqual([]);
    });

  async function chooseLanguage(language: string): Promise<void> {
    await settings.bringToFront();
    await settings.evaluate((wanted: string) => {
      const select = document.querySelector<HTMLSelectElement>('select[name=uiLanguage]');
      if (select) select.value = wanted;
      select?.dispatchEvent(new Event('change', { bubbles: true }));
    }, language);
  }

  async function choose(setting: string, value: string): Promise<void> {
    await settings.click(`input[name=${setting}][value="${value}"]`);
    await settings.waitUntil(
      `const { settings } = await (globalThis.browser ?? chrome).storage.local.get('settings');
       return String(settings?.[args[0]]) === args[1];`,
      setting,
      value,
    );
  }

  function stored(setting: string): Promise<unknown> {
    return settings.evaluate(
      `const { settings } = await (globalThis.browser ?? chrome).storage.local.get('settings');
       return settings[args[0]];`,
      setting,
    );
  }
});

async function restore(settings: Page, text: string): Promise<void> {
  await settings.evaluate((content: string) => {
    const input = document.querySelector<HTMLInputElement>('input[name=backup]');
    const files = new DataTransfer();
    files.items.add(new File([content], 'settings.json', { type: 'application/json' }));
    if (input) input.files = files.files;
    input?.dispatchEvent(new Event('change', { bubbles: true }));
  }, text);
}
