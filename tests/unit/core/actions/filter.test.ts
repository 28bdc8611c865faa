import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filtered, type Rank, rankOf } from '../../../../utils/core/actions/filter';

const order: readonly (Rank | null)[] = ['exact', 'prefix', 'word-start', 'letters', null];
const anything = fc.string({ unit: 'binary' });
/** Names that are alike, so that one query fits several in several ways. */
const alike = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-'), maxLength: 4 });
const either = fc.oneof(anything, alike);
const word = fc.stringMatching(/^[a-z]{1,8}$/);

describe('a query', () => {
  test.each<[string, string, Rank | null]>([
    ['key points', 'Key points', 'exact'],
    ['key', 'Key points', 'prefix'],
    ['poi', 'Key points', 'word-start'],
    ['kpt', 'Key points', 'letters'],
    ['smz', 'Summarize', 'letters'],
    ['ubersetzen', 'Übersetzen', 'exact'],
    ['k p', 'Key points', 'letters'],
    ['要約', '要約する', 'prefix'],
    ['لخص', 'لَخِّص', 'exact'],
    ['', 'Summarize', 'prefix'],
    ['why?', 'Key points', null],
    ['zs', 'Summarize', null],
    ['mm', 'Summarize', 'letters'],
    ['ss', 'Summarize', null],
  ])('%j is of %j: %s', (query, name, rank) => expect(rankOf(query, name)).toBe(rank));

  test('fits itself exactly, its beginnings as a prefix, its words as a word start, its letters as letters', () => {
    fc.assert(
      fc.property(word, word, (one, two) => {
        const name = `${one} ${two}`;
        const place = (query: string) => order.indexOf(rankOf(query, name));
        expect(place(name)).toBe(0);
        expect(place(one)).toBeLessThanOrEqual(1);
        expect(place(two)).toBeLessThanOrEqual(2);
        expect(place(`${one.at(0)}${two.at(-1)}`)).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('of any signs finds something or nothing, and the better fit never comes later, nor one of equals before its turn', () => {
    fc.assert(
      fc.property(fc.array(either), either, (names, query) => {
        const found = filtered(names, query, (name) => [name]);
        const places = found.map(({ item, rank }) => {
          expect(rankOf(query, item)).toBe(rank);
          return order.indexOf(rank);
        });
        expect(places).toEqual(places.toSorted());
        for (const rank of order) {
          const equals = found.filter((match) => match.rank === rank).map(({ item }) => item);
          expect(equals).toEqual(names.filter((name) => rank && rankOf(query, name) === rank));
        }
        expect(found).toHaveLength(names.filter((name) => rankOf(query, name) !== null).length);
      }),
    );
  });

  test('finds what it is, what begins with it, what has a word that does, and what has its letters, in this order', () => {
    const names = ['Plain key', 'K e y', 'Key points', 'Key', 'Keys', 'My key', 'None'];
    expect(filtered(names, 'key', (name) => [name]).map(({ item }) => item)).toEqual([
      'Key',
      'Key points',
      'Keys',
      'Plain key',
      'My key',
      'K e y',
    ]);
  });

  test('of nothing finds all, as they were', () => {
    fc.assert(
      fc.property(fc.array(anything.filter((name) => name !== '')), (names) => {
        expect(filtered(names, '', (name) => [name]).map(({ item }) => item)).toEqual(names);
      }),
    );
  });

  test('goes by the best of several names', () => {
    const found = filtered(['a', 'b'], 'tldr', (id) =>
      id === 'b' ? ['Sum up', 'tldr'] : ['t-l-d-r'],
    );
    expect(found.map(({ item, rank }) => [item, rank])).toEqual([
      ['b', 'exact'],
      ['a', 'letters'],
    ]);
  });
});
