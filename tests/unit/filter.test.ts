import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filtered, type Rank, rankOf } from '../../utils/core/filter';

const order: readonly (Rank | null)[] = ['exact', 'prefix', 'word-start', 'letters', null];
const anything = fc.string({ unit: 'binary' });
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

  test('of any signs finds something or nothing, and the better fit never comes later', () => {
    fc.assert(
      fc.property(fc.array(anything), anything, (names, query) => {
        const found = filtered(names, query, (name) => [name]);
        const places = found.map(({ item, rank }) => {
          expect(rankOf(query, item)).toBe(rank);
          return order.indexOf(rank);
        });
        expect(places).toEqual(places.toSorted());
        expect(found).toHaveLength(names.filter((name) => rankOf(query, name) !== null).length);
      }),
    );
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
