import { afterAll, beforeAll, describe } from 'vitest';
import { history } from './main-job/history';
import { news } from './main-job/news';
import { ownActions } from './main-job/own-actions';
import { runs } from './main-job/runs';
import { writeBack } from './main-job/write-back';
import { browserNames, haveKey, type Stage, setStage } from './support';

/**
 * What needs nothing but a key shares a browser. The order counts: the history is to hold its own answers alone, then a
 * model and a language are chosen, and an action of one's own stands in the menu from then on.
 */
const suites = [
  ['the history', history],
  ['runs', runs],
  ['an answer for the page', writeBack],
  ['what the button tells', news],
  ['an action of one’s own', ownActions],
] as const;

describe.each(browserNames)('the main job in %s', (name) => {
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
