import { describe, expect, test } from 'vitest';
import { beginsWord, endsWord } from '../../../utils/page/letters';

const characters = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

describe('a letter or a number', () => {
  test('is told of every character of Unicode as its own properties tell it', () => {
    const wrong = characters.filter(
      (character) =>
        beginsWord(`${character} x`) !== /^[\p{L}\p{N}]/u.test(character) ||
        endsWord(`x ${character}`) !== /[\p{L}\p{M}\p{N}]$/u.test(character),
    );
    expect(wrong).toEqual([]);
  });

  test('is not what is not there', () => {
    expect(beginsWord('')).toBe(false);
    expect(endsWord('')).toBe(false);
  });
});
