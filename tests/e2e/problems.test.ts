import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import english from '../../public/_locales/en/messages.json';
import type { ProblemKind } from '../../utils/core/problem';
import { perform } from './problems/perform';
import { type Scene, setScene } from './problems/scene';
import { table } from './problems/table';
import { browserNames } from './support';

const kinds = Object.keys(table) as ProblemKind[];

/** What browsers say by themselves of an answer that is withheld. */
const told = /blocked by CORS policy/;

test('every problem that has words has a row', () => {
  const named = Object.keys(english).filter((key) => key.startsWith('problem_'));
  expect(kinds.map((kind) => `problem_${kind.replaceAll('-', '_')}`).sort()).toEqual(named.sort());
});

describe.each(browserNames)('in %s', (name) => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await setScene(name);
  });
  afterAll(() => scene?.close());

  for (const kind of kinds) {
    for (const row of table[kind].filter(({ only = name }) => only === name)) {
      test(`${kind}: ${row.when}`, () => perform(kind, row, scene));
    }
  }

  test('nothing was left uncaught', async () => {
    const errors = await scene.browser().errors();
    expect(errors.filter((error) => !told.test(error))).toEqual([]);
  });
});
