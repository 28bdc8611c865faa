import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Killed, killAfter } from '../../e2e/kill';
import { browserNames, haveKey, setStage } from '../../e2e/support';
import './measured';

/** In each browser. */
const kills = 100;

/** ms after the click: a sixth of them before or about the request, the others in mid-stream. */
const moment = (index: number) => (index % 6 === 0 ? randomInt(300) : 300 + randomInt(2_500));

/** ms from the opening of a popup to its words; how long a browser takes to open one is in it. */
const shownWithin = 2_000;

test.concurrent.for(browserNames)(
  'a hundred kills at random moments in %s: sent once at most, what was journalled is kept, said within two seconds',
  { timeout: 1_800_000 },
  async (name, { task }) => {
    const stage = await setStage(name);
    try {
      await haveKey(stage.browser);
      const all: Killed[] = [];
      for (let index = 0; index < kills; index += 1) {
        await stage.browser.closePopup();
        stage.api.reset();
        const wait = moment(index);
        const killed = await killAfter(wait, stage).catch((error: unknown) => {
          throw new Error(`Kill ${index}, ${wait} ms after the click`, { cause: error });
        });
        all.push(killed);
      }
      const most = (of: (killed: Killed) => number) => Math.max(...all.map(of));
      const sent = all.filter(({ posts }) => posts === 1).length;
      const lost = `at most ${most((each) => each.lost)} characters lost`;
      const shown = `shown after at most ${most((each) => each.shownMs ?? 0)} ms`;
      task.meta.measured = `${name}: ${all.length} kills, ${sent} sent, ${lost}, ${shown}`;
      expect(most(({ shownMs }) => shownMs ?? 0)).toBeLessThan(shownWithin);
    } finally {
      await stage.close();
    }
  },
);
