import { test } from 'vitest';
import { completes, longAnswer } from '../../e2e/long-stream';
import { browserNames } from '../../e2e/support';
import { fault, type Plan } from '../../stand-in/stand-in';

const silences: Plan = fault.answer({ text: 'Two words', tokensPerSecond: 1 / 45 });

const rounds = Array.from({ length: 10 }, (_, index) => index + 1);

const cases = rounds.flatMap((round) =>
  browserNames.flatMap((name) => [
    { round, name, what: 'two minutes, a word a second,', plan: longAnswer, atLeast: 110_000 },
    { round, name, what: 'two silences of 45 seconds', plan: silences, atLeast: 89_000 },
  ]),
);

test.concurrent.each(cases)(
  'round $round of 10: a stream of $what completes in $name',
  ({ name, plan, atLeast }) => completes(name, plan, atLeast),
  300_000,
);
