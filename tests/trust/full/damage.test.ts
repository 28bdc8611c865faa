import { cpSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Damage, damage, damages, type Place } from '../../e2e/damage-files';
import { sentence } from '../../e2e/problems/perform';
import { browserNames, postsOf, type Stage, saveKey, setStage } from '../../e2e/support';
import './measured';

const hows = Object.keys(damages) as readonly Damage[];
const cases = (['database', 'settings'] as const).flatMap((place) =>
  hows.map((how) => ({ place, how })),
);

describe.each(browserNames)('in %s', (name) => {
  let stage: Stage;
  let whole: string;
  beforeAll(async () => {
    stage = await setStage(name, { permanent: true });
    const { browser, pages } = stage;
    const options = await saveKey(browser);
    await options.close();
    const page = await browser.open(pages.article);
    await browser.rightClick(page, '#second', 'Summarize');
    await (await browser.popup()).waitFor('.receipt');
    stage.api.reset();
    await stage.restart((profileDir) => {
      whole = `${profileDir}-whole`;
      cpSync(profileDir, whole, { recursive: true, preserveTimestamps: true });
    });
  });
  afterAll(async () => {
    await stage?.close();
    rmSync(whole, { recursive: true, force: true });
  });

  test.each(cases)(
    'damage to the $place ($how): what is lost is said, the rest is kept, and nobody is greeted as new',
    async ({ place, how }: { readonly place: Place; readonly how: Damage }) => {
      await stage.restart((profileDir) => {
        rmSync(profileDir, { recursive: true });
        cpSync(whole, profileDir, { recursive: true, preserveTimestamps: true });
        damage(place, how, profileDir);
      });
      // A log that is cut is whole as far as it goes: nobody can tell that it went on.
      const found = await look(stage, how === 'truncate');
      const { key, answer, settings, greeted } = found;
      expect(greeted).toBe(false);
      if (place === 'settings') expect({ key, answer }).toEqual({ key: true, answer: true });
      else expect(settings).toBe(true);
      expect(postsOf(stage.api)).toHaveLength(0);
    },
  );
});

/** One of these is said where a key or the settings are not there any more. */
const said = ['storageLost', 'problem_database_damaged', 'keyGone'];

/** What is still there, and whether the popup greets its user as a new one. */
async function look({ browser, pages }: Stage, maybeOlder: boolean) {
  const page = await browser.open(pages.article);
  await browser.clickToolbarButton(page);
  const popup = await browser.popup();
  await popup.waitFor('.preview-actions');
  const greeted = (await popup.text()).includes(sentence('keyHintTitle'));
  await browser.closePopup();
  const options = await browser.openExtensionPage('options.html');
  await options.waitFor('h1');
  const settings = await options.evaluate(
    () => document.querySelector<HTMLInputElement>('input[name=freeRepeats][value=off]')?.checked,
  );
  const key = (await options.text()).includes(sentence('keySaved', { lastFour: 'wxyz' }));
  if (!key || !(settings || maybeOlder))
    await options.waitUntil(
      (...words: readonly string[]) => words.some((each) => document.body.innerText.includes(each)),
      ...said.map((each) => sentence(each)),
    );
  await options.close();
  const history = await browser.openExtensionPage('history.html');
  await history.waitFor('h1');
  const answer = await history.waitUntil(() => {
    if (document.querySelector('.history-line')) return { there: true };
    return document.querySelector('.history-note') && { there: false };
  });
  await history.close();
  await page.close();
  return {
    key,
    answer: answer.there,
    settings: settings === true,
    greeted,
  };
}
