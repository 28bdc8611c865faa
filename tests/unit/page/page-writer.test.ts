import { describe, expect, test } from 'vitest';
import { endWithin } from '../../../utils/core/end-within';
import { clean, cleanTitle } from '../../../utils/page/captured';
import {
  breakAtLeast,
  breakLine,
  endCell,
  isFull,
  newWriter,
  startRow,
  write,
} from '../../../utils/page/writer';

const never = () => false;

describe('a text in the making', () => {
  test('joins white space across its pieces', () => {
    const writer = newWriter(99, never);
    for (const piece of [' a ', ' ', '\n b', 'c ', 'd ']) write(writer, piece, false);
    expect(writer.out).toBe('a bc d');
  });

  test('keeps white space where it counts', () => {
    const writer = newWriter(99, never);
    write(writer, 'a\n  b ', true);
    write(writer, ' c', false);
    expect(writer.out).toBe('a\n  b  c');
  });

  test('breaks once something follows, and not more than asked for', () => {
    const writer = newWriter(99, never);
    breakAtLeast(writer, 2);
    write(writer, 'a', false);
    breakLine(writer);
    breakAtLeast(writer, 1);
    breakAtLeast(writer, 2);
    write(writer, 'b', false);
    breakAtLeast(writer, 2);
    expect(writer.out).toBe('a\n\nb');
  });

  test('has a line for each row and a tab between cells, be they empty or full of paragraphs', () => {
    const writer = newWriter(99, never);
    for (const row of [
      ['h', 'k'],
      ['', 'd'],
      ['e', ''],
    ]) {
      startRow(writer);
      for (const cell of row) {
        breakAtLeast(writer, 1);
        write(writer, cell, false);
        breakAtLeast(writer, 1);
        endCell(writer);
      }
      startRow(writer);
    }
    write(writer, 'z', false);
    expect(writer.out).toBe('h\tk\n\td\ne\nz');
  });

  test('begins each line of a text with what its lines begin with', () => {
    const writer = newWriter(99, never);
    writer.lead = '> ';
    for (const piece of ['a\nb', 'c\n', 'd\n\ne\n']) write(writer, piece, true);
    breakAtLeast(writer, 1);
    write(writer, 'f', false);
    expect(writer.out).toBe('> a\n> bc\n> d\n> \n> e\n> f');
  });

  test('begins a row with that too, be its first cell empty', () => {
    const writer = newWriter(99, never);
    writer.lead = '> ';
    for (const cell of ['', 'a', '', 'b']) {
      if (cell === '') startRow(writer);
      write(writer, cell, false);
      endCell(writer);
    }
    expect(writer.out).toBe('> \ta\n> \tb');
  });

  // What took time by the square of it would take minutes, more than a test has.
  test('is done with four million lines that begin with as much', () => {
    const writer = newWriter(4_000_000, never);
    writer.lead = '> '.repeat(10_000);
    write(writer, `${'\n'.repeat(4_000_000)}a`, true);
    expect(writer.out).toHaveLength(4_000_000);
    expect(isFull(writer)).toBe(true);
  });

  test('stops at its limit and counts what is left', () => {
    const writer = newWriter(5, never);
    for (const piece of ['abc', 'defg', 'hi']) write(writer, piece, false);
    expect(writer).toMatchObject({ out: 'abcde', cut: 4 });
    expect(isFull(writer)).toBe(true);
  });

  test('splits no character at its limit', () => {
    const writer = newWriter(2, never);
    write(writer, 'a\u{1F600}b', false);
    expect(writer).toMatchObject({ out: 'a', cut: 3 });
    write(writer, 'c', false);
    expect(writer).toMatchObject({ out: 'a', cut: 4 });
  });

  test('stops when the time is over', () => {
    const writer = newWriter(99, () => true);
    write(writer, 'a', false);
    for (let i = 0; i < 31; i += 1) isFull(writer);
    expect(isFull(writer)).toBe(true);
    write(writer, 'b', false);
    expect(writer).toMatchObject({ out: 'a', cut: 1 });
  });
});

describe('what is captured', () => {
  test.each([
    ['abc', 3, 3],
    ['abcd', 3, 3],
    ['ab\u{1F600}', 3, 2],
    ['ab\u{1F600}', 4, 4],
    ['', 0, 0],
  ])('%j is cut at %i units after %i', (text, limit, end) => {
    expect(endWithin(text, limit)).toBe(end);
  });

  test('is cut, then normalised, and says both', () => {
    expect(clean('a\u200B\r\nbcd', 5)).toEqual({ text: 'a\nb', hidden: 1, cut: 2 });
  });

  test('comes to an end on endless spaces', () => {
    expect(clean(`a${' '.repeat(1_000_000)}b`, 4_000_000).text).toHaveLength(1_000_002);
  });

  test('has a title on one line', () => {
    expect(cleanTitle(`  a\n\tb\u202E ${'x'.repeat(600)}`)).toHaveLength(496);
  });
});
