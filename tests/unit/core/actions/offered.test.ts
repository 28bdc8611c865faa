import { expect, test } from 'vitest';
import { builtIns } from '../../../../utils/core/actions/action';
import { offered } from '../../../../utils/core/actions/offered';
import { sourceWith } from '../../support';

const image = { kind: 'image', type: 'image/png', file: 'f', width: 1, height: 1 } as const;
const pdf = { kind: 'pdf', file: 'f', pages: 3, from: 1, to: 3 } as const;
const inputs = ['selection', 'page', 'either', 'image', 'any'] as const;
const actions = inputs.map((input) => ({ ...builtIns.summarize, id: input, input }));

test.each([
  [sourceWith({ kind: 'selection' }), ['selection', 'either', 'any']],
  [sourceWith({ kind: 'page' }), ['page', 'either', 'any']],
  [sourceWith({ kind: 'everything' }), ['page', 'either', 'any']],
  [sourceWith({ kind: 'pasted' }), ['selection', 'page', 'either', 'any']],
  [sourceWith({ kind: 'pdf', text: '', media: pdf }), ['page', 'either', 'any']],
  [sourceWith({ kind: 'image', text: '', media: image }), ['image', 'any']],
])('for $kind: actions for %j', (source, expected) =>
  expect(offered(actions, source).map(({ id }) => id)).toEqual(expected),
);

test('an image can be described and asked about, a text anything else', () => {
  const ids = (source: Parameters<typeof offered>[1]) =>
    offered(Object.values(builtIns), source).map(({ id }) => id);
  expect(ids(sourceWith({ kind: 'image', text: '', media: image }))).toEqual([
    'describe-image',
    'ask',
  ]);
  expect(ids(sourceWith())).toEqual(Object.keys(builtIns).filter((id) => id !== 'describe-image'));
});
