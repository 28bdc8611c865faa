import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inUsersOrder, moved, placedAfter } from '../../../../utils/core/actions/action-order';

describe('the order of actions', () => {
  test.each([
    [['a', 'b', 'c'], [], ['a', 'b', 'c']],
    [
      ['a', 'b', 'c'],
      ['c', 'a'],
      ['c', 'a', 'b'],
    ],
    [
      ['a', 'b'],
      ['gone', 'b', 'b'],
      ['b', 'a'],
    ],
  ])('of %j by %j is %j', (ids, order, expected) =>
    expect(inUsersOrder(ids, order)).toEqual(expected),
  );

  test.each([
    ['a', 1, ['b', 'a', 'c']],
    ['c', -1, ['a', 'c', 'b']],
    ['a', -1, ['a', 'b', 'c']],
    ['c', 5, ['a', 'b', 'c']],
    ['gone', 1, ['a', 'b', 'c']],
  ] as const)('with %j moved by %d is %j', (id, by, expected) =>
    expect(moved(['a', 'b', 'c'], id, by)).toEqual(expected),
  );

  test('puts a copy behind what it is a copy of', () => {
    expect(placedAfter(['a', 'b'], 'copy', 'a')).toEqual(['a', 'copy', 'b']);
    expect(placedAfter(['a', 'b', 'copy'], 'copy', 'a')).toEqual(['a', 'copy', 'b']);
  });

  test('neither loses nor doubles any', () => {
    const ids = fc.uniqueArray(fc.string(), { minLength: 1 });
    fc.assert(
      fc.property(ids, fc.array(fc.string()), fc.nat(), fc.integer(), (all, order, any, by) => {
        const ordered = inUsersOrder(all, order);
        expect(ordered.toSorted()).toEqual(all.toSorted());
        const after = moved(ordered, ordered[any % ordered.length] ?? '', by);
        expect(after.toSorted()).toEqual(all.toSorted());
      }),
    );
  });
});
