import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import english from '../../public/_locales/en/messages.json';
import { perform } from './problems/perform';
import type { RealKind, Row } from './problems/row';
import { type Scene, setScene } from './problems/scene';
import { table } from './problems/table';

const kinds = Object.keys(table) as RealKind[];

/** What browsers say by themselves of an answer that is withheld. */
const told = /blocked by CORS policy/;

test('every problem that has words has a row, but a fault of ours', () => {
  const named = Object.keys(english).filter(
    (key) => key.startsWith('problem_') && key !== 'problem_gloss_failed',
  );
  expect(kinds.map((kind) => `problem_${kind.replaceAll('-', '_')}`).sort()).toEqual(named.sort());
});

/** Whether a question of the browser's own is answered, which Chromium takes only when it moves. */
const asks = ({ allow, asks: afterClick }: Row) => allow !== undefined || afterClick === true;

describe.each([
  { name: 'chromium', still: true },
  { name: 'chromium', still: false },
  { name: 'firefox', still: false },
] as const)('in $name', ({ name, still }) => {
  let scene: Scene;
  const isHere = (row: Row) =>
    (row.only ?? name) === name && (name === 'firefox' || asks(row) !== still);

  beforeAll(async () => {
    scene = await setScene(name, { still });
  });
  afterAll(() => scene?.close());

  for (const kind of kinds) {
    for (const row of table[kind].filter(isHere)) {
      test(`${kind}: ${row.when}`, () => perform(kind, row, scene));
    }
  }

  test('nothing was left uncaught', async () => {
    const errors = await scene.browser().errors();
    expect(errors.filter((error) => !told.test(error))).toEqual([]);
  });
});
