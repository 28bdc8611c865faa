import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fitWithin,
  imageTokens,
  mayMove,
  type Size,
  tierOf,
} from '../../../../utils/core/source/image';

const size = (width: number, height: number): Size => ({ width, height });
const newest = 'claude-haiku-5-5';
const older = 'claude-haiku-4-5-20251001';

describe('what a model sees of an image', () => {
  test.each([
    ['claude-haiku-5-5', 2576, 4784],
    ['claude-opus-4-7', 2576, 4784],
    ['claude-fable-5-2', 2576, 4784],
    ['claude-opus-4-6', 1568, 1568],
    ['claude-sonnet-4-5', 1568, 1568],
    ['claude-3-haiku-20240307', 1568, 1568],
    ['llava:34b', 1568, 1568],
  ])('%s: %i px, %i tokens', (model, edge, tokens) =>
    expect(tierOf(model)).toEqual({ edge, tokens }),
  );

  test.each([
    ['a pixel', size(1, 1), size(1, 1), 1],
    ['a square', size(28, 28), size(28, 28), 1],
    ['one more', size(29, 28), size(29, 28), 2],
    ['a megapixel', size(1000, 1000), size(1000, 1000), 1296],
    ['a photograph of 12 megapixels', size(4000, 3000), size(2240, 1680), 4800],
    ['a panorama', size(9000, 900), size(2576, 258), 920],
    ['a line', size(20_000, 1), size(2576, 1), 92],
  ])('%s', (_, given, seen, most) => {
    const fit = fitWithin(given, tierOf(newest));
    expect(Math.abs(fit.width - seen.width)).toBeLessThanOrEqual(30);
    expect(imageTokens(given, newest)).toBeLessThanOrEqual(most);
    expect(imageTokens(fit, newest)).toBe(imageTokens(given, newest));
  });

  const side = fc.integer({ min: 1, max: 60_000 });

  test('is within both limits, of the same shape, and never larger than it was', () => {
    fc.assert(
      fc.property(side, side, fc.constantFrom(newest, older), (width, height, model) => {
        const tier = tierOf(model);
        const fit = fitWithin(size(width, height), tier);
        expect(fit.width).toBeLessThanOrEqual(width);
        expect(fit.height).toBeLessThanOrEqual(height);
        expect(Math.max(fit.width, fit.height)).toBeLessThanOrEqual(tier.edge);
        expect(imageTokens(fit, model)).toBeLessThanOrEqual(tier.tokens);
        const scale = Math.max(fit.width, fit.height) / Math.max(width, height);
        expect(Math.abs(fit.width - Math.max(1, width * scale))).toBeLessThanOrEqual(0.51);
        expect(Math.abs(fit.height - Math.max(1, height * scale))).toBeLessThanOrEqual(0.51);
      }),
    );
  });

  test('is all that would fit', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const tier = tierOf(newest);
        const fit = fitWithin(size(width, height), tier);
        const again = fitWithin(fit, tier);
        expect(again).toEqual(fit);
        if (Math.max(width, height) > tier.edge) return;
        if (Math.ceil(width / 28) * Math.ceil(height / 28) <= tier.tokens)
          expect(fit).toEqual(size(width, height));
      }),
    );
  });
});

test.each([
  ['a GIF', 'GIF89a', true],
  ['a WebP of several frames', `RIFF0000WEBPVP8X${'-'.repeat(14)}ANIM`, true],
  ['a WebP of one', 'RIFF0000WEBPVP8 ANIM', false],
  ['an AVIF of several frames', '0000ftypavis', true],
  ['an AVIF of one', '0000ftypavif', false],
  ['a PNG of several frames', '\x89PNG----acTL----IDAT', true],
  ['a PNG of one', '\x89PNG----IDATacTL', false],
  ['nothing', '', false],
])('%s may move by its first bytes: %j, %s', (_, head, may) => {
  expect(mayMove(Uint8Array.from(head, (each) => each.charCodeAt(0)).buffer)).toBe(may);
});
