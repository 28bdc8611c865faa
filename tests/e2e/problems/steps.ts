import { expect } from 'vitest';
import type { View } from '../../browsers/browser';
import { until } from '../../browsers/poll';
import { demoKey, saveKey, tell } from '../support';
import { sentence } from './perform';
import { posts, type Scene } from './scene';

export async function optionsOpen({ browser }: Scene): Promise<void> {
  await (await browser().page('options.html')).close();
}

export async function closed({ browser }: Scene): Promise<void> {
  await until('the popup to close', async () => !(await browser().popupIsOpen()));
}

export async function saveSessionKey({ browser }: Scene): Promise<void> {
  await (await saveKey(browser(), demoKey, 'session')).close();
}

export async function forgetKey({ browser }: Scene): Promise<void> {
  const options = await browser().openExtensionPage('options.html');
  await options.click('text=Forget key');
  await options.waitFor('input[type=password]');
  await options.close();
}

/** A key is saved for the session, and the session ends. */
export async function sessionOver(scene: Scene): Promise<void> {
  await saveSessionKey(scene);
  await scene.restart();
}

const passphrase = 'correct horse battery';

/** The key is put under a passphrase, and locked. */
export function lockKey(scene: Scene): Promise<void> {
  const move = { kind: 'move-key', endpointId: 'anthropic', keep: 'passphrase', passphrase };
  return tell(scene.browser(), move, { kind: 'lock-now' });
}

/** It is kept on this device again, without one. */
export function freeKey(scene: Scene): Promise<void> {
  const move = { kind: 'move-key', endpointId: 'anthropic', keep: 'device' };
  return tell(scene.browser(), { kind: 'unlock', passphrase }, move);
}

/** A wrong passphrase sends nothing; the right one sends what was asked, once. */
export async function answeredOnceUnlocked(scene: Scene, popup: View): Promise<void> {
  await popup.type('.problem input[type=password]', 'wrong horse battery');
  await popup.press('Enter');
  await popup.waitFor('text=That is not the passphrase.');
  expect(posts(scene)).toHaveLength(0);
  await popup.type('.problem input[type=password]', passphrase);
  await popup.press('Enter');
  await answered(scene, popup);
}

/** The seconds to the next attempt are shown. */
export async function countdown(_: Scene, popup: View): Promise<void> {
  await popup.waitUntil(() => /Trying again in \d/.test(document.body.innerText));
}

/** An answer comes after all; by then, so many requests have left. */
export async function answered(scene: Scene, popup: View, requests = 1): Promise<void> {
  await popup.waitUntil(() => /Summary/.test(document.querySelector('.answer')?.textContent ?? ''));
  await popup.waitFor('.receipt');
  expect(posts(scene)).toHaveLength(requests);
}

/** The same answer goes on: what was there is sent with the request, and stays above what comes. */
export async function wentOn(scene: Scene, popup: View, before: string): Promise<void> {
  await popup.waitUntil(() => document.querySelectorAll('.answer').length === 2);
  await popup.waitFor('.receipt');
  expect(posts(scene)).toHaveLength(2);
  const { messages } = JSON.parse(posts(scene).at(-1)?.text ?? '{}');
  expect(messages.slice(1)).toEqual([
    { role: 'assistant', content: before },
    { role: 'user', content: expect.stringContaining(sentence('goOnQuestion')) },
  ]);
  expect(await popup.text('.answer')).toBe(before);
}

export async function answeredUnsaved(scene: Scene, popup: View): Promise<void> {
  await answered(scene, popup);
  expect(await popup.text('.run-unsaved')).toMatch(/^This could not be saved\./);
}

/** Ends the background once all that has arrived is in the journal. */
export async function killedOnceJournalled(scene: Scene, popup: View, text: string): Promise<void> {
  await popup.waitFor('.answer');
  await popup.waitUntil(isJournalled, text);
  await scene.browser().killBackground();
}

/** Runs in a page of the extension: whether the newest run is kept with this text. */
export async function isJournalled(text: string): Promise<boolean> {
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await result(indexedDB.open('gloss'));
  const runs = database.transaction('runs').objectStore('runs').index('createdAt');
  const newest = await result(runs.openCursor(null, 'prev'));
  database.close();
  return JSON.stringify(newest?.value).includes(text);
}

/**
 * The database cannot be opened: Gloss works without saving, says so wherever one looks, and begins a new one only after
 * a second word.
 */
export async function begunAnew(scene: Scene, popup: View): Promise<void> {
  const browser = scene.browser();
  await popup.waitFor(`text=${sentence('beginDatabaseNow')}`);
  await browser.closePopup();
  await saveSessionKey(scene);
  const page = await browser.open(scene.pages.article);
  await browser.rightClick(page, '#second', 'Summarize');
  const unsaved = await browser.popup();
  await unsaved.waitFor('.storage-trouble');
  expect(await unsaved.text('.problem')).toContain(sentence('problem_storage_failing'));
  await unsaved.click(`text=${sentence('remedy_send_unsaved')}`);
  await answeredUnsaved(scene, unsaved);
  await browser.closePopup();
  for (const view of ['options', 'ledger', 'welcome', 'history'] as const) {
    const shown = await browser.openExtensionPage(`${view}.html`);
    await shown.waitFor('.storage-trouble');
    expect(await shown.text('.storage-trouble')).toContain(sentence('advice_database_damaged'));
    if (view === 'history') await beginIn(shown);
    await shown.close();
  }
  await browser.rightClick(page, '#second', 'Summarize');
  const saved = await browser.popup();
  await answered(scene, saved, 2);
  expect(await saved.evaluate(() => document.querySelector('.run-unsaved'))).toBeNull();
  await page.close();
}

async function beginIn(history: View): Promise<void> {
  await history.click('.begin-database .button');
  await history.click('.begin-database .danger');
  // What was answered unsaved may be in it already.
  await history.waitUntil(
    (empty: string) =>
      document.body.innerText.includes(empty) || document.querySelector('.history-line'),
    sentence('historyEmpty'),
  );
  expect(await history.evaluate(() => document.querySelector('.storage-trouble'))).toBeNull();
}

/** A page with a frame of another site that has the focus, and in it a selection. */
export function pageWithForeignFrame({ pages }: Scene): string {
  const select = '<script>getSelection().selectAllChildren(document.body)</script>';
  const frame = pages.add(`<p>What a stranger's frame says.</p>${select}`);
  const elsewhere = frame.replace('127.0.0.1', 'localhost');
  return pages.add(`<!doctype html><title>Framed</title>
    <p>The page around the frame has a text of its own, which can be read.</p>
    <iframe src="${elsewhere}" width="300" height="100" onload="this.focus()"></iframe>`);
}
