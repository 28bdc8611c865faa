import { describe, expect, test } from 'vitest';
import { fault, type Plan } from '../stand-in/stand-in';
import { othersAsked } from './aftermath';
import { completes, longAnswer } from './long-stream';
import { browserNames, setStage } from './support';

const silence: Plan = fault.silence(3, 45_000);

const cases = browserNames.flatMap((name) => [
  { name, what: 'a stream of two minutes', plan: longAnswer, atLeast: 110_000 },
  { name, what: 'a silence of 45 seconds', plan: silence, atLeast: 44_000 },
]);

describe('with nothing attached to the background', () => {
  test.concurrent.each(cases)(
    '$what completes in $name',
    ({ name, plan, atLeast }) => completes(name, plan, atLeast),
    240_000,
  );

  test.concurrent.each(browserNames)(
    'and with no gesture, %s is asked for nothing on the network in a minute',
    async (name) => {
      const stage = await setStage(name, { headless: true });
      try {
        await new Promise((resolve) => setTimeout(resolve, 60_000));
        expect(othersAsked(stage.browser.contactedHosts(), [])).toEqual([]);
        expect(stage.api.requests).toEqual([]);
      } finally {
        await stage.close();
      }
    },
    240_000,
  );
});
