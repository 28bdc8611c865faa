import { afterAll, beforeAll, describe } from 'vitest';
import type { BrowserName } from '../browsers/browser';
import { browserNames, haveKey, type Stage, setStage } from './support';

/** Tests about one thing, in a browser that others have used before. */
type Suite = (stageOf: () => Stage, name: BrowserName) => void;

/** What needs nothing but a key shares a browser, whose start costs as much as three popups. */
export function describeTogether(
  title: string,
  suites: readonly (readonly [name: string, suite: Suite])[],
): void {
  describe.each(browserNames)(`${title} in %s`, (name) => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await setStage(name);
      await haveKey(stage.browser);
    });
    afterAll(() => stage?.close());

    describe.each(suites)('%s', (_, suite) => {
      beforeAll(async () => {
        await stage.browser.closePopup();
        stage.api.reset();
      });
      suite(() => stage, name);
    });
  });
}
