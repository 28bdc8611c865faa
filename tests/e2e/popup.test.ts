import { afterAll, beforeAll, describe } from 'vitest';
import { followUp } from './popup/follow-up';
import { palette } from './popup/palette';
import { places } from './popup/places';
import { shield } from './popup/shield';
import { sources } from './popup/sources';
import { textSize } from './popup/text-size';
import { browserNames, haveKey, type Stage, setStage } from './support';

/**
 * What needs nothing but a key shares a browser, whose start costs as much as three popups. The order counts, as what is
 * chosen is remembered: the shield for the site, then a length, then sources, then a language and the user's own menu.
 */
const suites = [
  ['a follow-up', followUp],
  ['personal data', shield],
  ['the box, by keyboard alone', palette],
  ['an answer with its sources', sources],
  ['an action of the user’s own', places],
  ['each size of text', textSize],
] as const;

describe.each(browserNames)('the popup in %s', (name) => {
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
    suite(() => stage);
  });
});
