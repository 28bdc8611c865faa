import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../utils/core/steps';
import { width } from '../../../utils/page/extract/columns';
import { bestCut } from '../../../utils/page/extract/cut';
import { decide } from '../../../utils/page/extract/decide';
import { evened } from '../../../utils/page/extract/evened';
import { featuresOf } from '../../../utils/page/extract/features';
import { decode, likelihood, oddsOf } from '../../../utils/page/extract/forest';
import { hintsIn, nameIn } from '../../../utils/page/extract/hints';
import { measure } from '../../../utils/page/extract/measure';
import type { Block, Seen } from '../../../utils/page/extract/seen';
import { boost, scoreBy, sigmoid } from '../../bench/extract/boost';
import { encode } from '../../bench/extract/encode';
import { labelsOf } from '../../bench/extract/labels';
import { scoreOf, wordsOf } from '../../bench/extract/score';

function seenOf(...texts: readonly string[]): Seen {
  const block = (text: string, index: number): Block => {
    return { box: index + 1, text, linked: 0, hints: 0 };
  };
  const end = texts.length;
  const box = { hints: 0, path: 1, look: 1 };
  return {
    boxes: [
      { ...box, parent: -1, tag: 'body', start: 0, end },
      ...texts.map((_, at) => ({ ...box, parent: 0, tag: 'p', start: at, end: at + 1 })),
    ],
    blocks: texts.map(block),
    title: '',
    kinds: [],
  };
}

describe('names', () => {
  test.each([
    ['navbar', 'main-nav'],
    ['footer', 'siteFooter'],
    ['comment', 'js-comment-42'],
    ['related', 'RELATED_LINKS'],
  ])('%s is hinted at by %s', (word, names) => {
    expect(hintsIn(word)).not.toBe(0);
    expect(hintsIn(names) & hintsIn(word)).toBe(hintsIn(word));
  });

  test('say nothing where no word is whole', () =>
    expect(hintsIn('unavailable xnavx 123')).toBe(0));

  test('look alike when they differ in numbers and states', () => {
    expect(nameIn('post-12 odd')).toBe(nameIn('post-13 even'));
    expect(nameIn('post')).not.toBe(nameIn('reply'));
  });
});

describe('a measure of a text', () => {
  test.each([
    ['The end. Not 3.5 of it!', { words: 6, ends: 2, endsSentence: 1 }],
    ['今日は良い天気。', { words: 7, ends: 1, endsSentence: 1 }],
    ['Home | About | $9', { words: 3, rules: 2, money: 1, endsSentence: 0 }],
    ['don’t', { words: 1 }],
    ['', { words: 0, ends: 0, endsSentence: 0 }],
  ])('of %j: %j', (text, expected) => {
    // Beside others, whose words are not its own.
    const all = measure(['Not this. $5 | 今日は', text, 'Nor that!']);
    const own = Object.entries(all).map(([name, values]) => [name, values[1]] as const);
    expect(Object.fromEntries(own)).toMatchObject(expected);
  });
});

/** Of blocks, each with its probability and its words. */
function cutOf(...blocks: readonly (readonly [number, number])[]) {
  let sum = 0;
  const words = blocks.map(([, count]) => {
    sum += count;
    return sum;
  });
  return bestCut(
    Float64Array.from(blocks, ([p]) => p),
    Float64Array.of(0, ...words),
  );
}

describe('what is thought of a block', () => {
  const evenedOf = (odds: readonly number[], templates: readonly number[]) => {
    const places = templates.map((_, first) => ({ first, count: 0, words: 0, links: 0 }));
    const shared = templates.map((template) => places[template] as (typeof places)[number]);
    for (const place of shared) place.count += 1;
    return evened(Float64Array.from(odds), shared);
  };

  test('is nearer to what is thought of those beside it', () => {
    const [first, second, third] = evenedOf([3, -1, 3], [0, 1, 2]);
    expect(second).toBeGreaterThan(-1);
    expect(first).toBeLessThan(3);
    expect(third).toBe(first);
  });

  test('is nearer to what is thought of all in the same place of a template', () => {
    const odds = evenedOf([3, -4, -4, -4, -1, -4, -4], [0, 1, 2, 3, 0, 4, 5]);
    expect(odds[4]).toBeGreaterThan(
      evenedOf([3, -4, -4, -4, -1, -4, -4], [0, 1, 2, 3, 6, 4, 5])[4] as number,
    );
  });

  test('stays as it is where all are the same', () => {
    expect(evenedOf([2, 2, 2], [0, 0, 1])).toEqual(Float64Array.of(2, 2, 2));
  });
});

describe('the cut', () => {
  test('parts what is likely from what is not', () => {
    const { at, expected } = cutOf([0.95, 100], [0.9, 100], [0.1, 100]);
    expect(at).toBe(0.9);
    expect(expected).toBeGreaterThan(0.8);
  });

  test('is lower where there is nothing better', () => {
    expect(cutOf([0.3, 100], [0.25, 100], [0.02, 100]).at).toBeLessThanOrEqual(0.3);
  });

  test('tells of how much of a long page it leaves out what may well belong to it', () => {
    expect(cutOf([0.9, 2000], [0.5, 3000])).toMatchObject({ at: 0.9, share: 1800 / 3300 });
    expect(cutOf([0.9, 200], [0.5, 300])).toMatchObject({ at: 0.5, share: 1 });
  });

  test('keeps nothing that is hopeless', () => {
    const { at, expected } = cutOf([0.01, 50], [0.02, 50]);
    expect(expected).toBe(0);
    expect(at).toBe(1);
  });
});

describe('a page', () => {
  test('without text has nothing to keep', () => {
    const { kept, expected } = atOnce(
      decide(seenOf(), { columns: [], start: 0, step: 1, size: 1, trees: '' }),
    );
    expect(kept).toEqual([]);
    expect(expected).toBe(0);
  });

  test('has a row of finite numbers for each block, all of one width', () => {
    const { describe } = atOnce(featuresOf(seenOf('One.', '', 'A sentence that ends right here.')));
    const rows = [0, 1, 2].map((block) => describe(block).slice());
    expect(rows.map(({ length }) => length)).toEqual([width, width, width]);
    expect(rows.flatMap((row) => [...row]).every(Number.isFinite)).toBe(true);
  });
});

test('trees say the same after they were written and read', () => {
  const rows = Array.from({ length: 200 }, (_, n) => Float32Array.of(n % 20, n % 7));
  const labels = rows.map(([a = 0, b = 0]) => Number(a > 9 && b < 4));
  const settings = { trees: 10, leaves: 4, rate: 0.3, columns: 1, rows: 1, smallest: 0.1, calm: 1 };
  const boosted = boost({ rows, labels, weights: rows.map(() => 1) }, settings);
  const forest = decode(encode(boosted));
  for (const [index, row] of rows.entries()) {
    expect(likelihood(oddsOf(forest, row))).toBeCloseTo(sigmoid(scoreBy(boosted, row)), 1);
    expect(oddsOf(forest, row) > 0).toBe(labels[index] === 1);
  }
});

test('a row whose value is a threshold of many digits goes the same way after that', () => {
  const rows = Array.from({ length: 60 }, (_, n) => Float32Array.of(Math.log2(2 + (n % 12))));
  for (const edge of [4, 5, 6, 7, 9]) {
    const labels = rows.map(([a = 0]) => Number(a <= Math.fround(Math.log2(edge))));
    const settings = {
      trees: 4,
      leaves: 2,
      rate: 1,
      columns: 1,
      rows: 1,
      smallest: 0.1,
      calm: 0.1,
    };
    const forest = decode(encode(boost({ rows, labels, weights: rows.map(() => 1) }, settings)));
    expect(rows.map((row) => Number(oddsOf(forest, row) > 0))).toEqual(labels);
  }
});

describe('the benchmark', () => {
  test('compares words as multisets, CJK by the character', () => {
    expect(wordsOf('A_b, 今日 C1')).toEqual(['a_b', '今', '日', 'c1']);
    expect(scoreOf(['a', 'a', 'b'], ['a', 'c'])).toEqual({
      precision: 1 / 3,
      recall: 1 / 2,
      f1: 0.4,
    });
  });

  test('finds the blocks that the gold has, once each', () => {
    const seen = seenOf(
      'Home',
      'A river runs below the old town.',
      'Home',
      'Slow and brown in summer.',
    );
    const gold = 'A river runs below the old town.\nSlow and brown in summer.';
    expect(labelsOf(seen, gold)).toEqual([0, 1, 0, 1]);
  });
});
