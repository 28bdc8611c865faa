import { describe, test } from 'vitest';
import { fault, type Plan } from '../stand-in/stand-in';
import { completes, longAnswer } from './long-stream';
import { browserNames } from './support';

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
});
