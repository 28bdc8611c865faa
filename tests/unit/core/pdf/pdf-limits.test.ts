import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anthropicEndpoint } from '../../../../utils/core/endpoint';
import { estimateOf } from '../../../../utils/core/estimate/estimate';
import { defaultModel, type Model } from '../../../../utils/core/model';
import { namesItsFile, soundsLikePdf } from '../../../../utils/core/pdf/address';
import { pagesOf, withChosenPages, withinLimits } from '../../../../utils/core/pdf/limits';
import type { Run } from '../../../../utils/core/runs/run';
import type { PdfMedia, Source } from '../../../../utils/core/source/source';
import { firstPart, whatFits } from '../../../../utils/runs/fitting';
import { run } from '../../../gallery/data/runs';
import { choicesWith, requestWith, sourceWith } from '../../support';

const pdf = (pages: number, from = 1, to = pages): Source =>
  sourceWith({ kind: 'pdf', text: '', media: { kind: 'pdf', file: 'f', pages, from, to } });

const mediaOf = ({ media }: Source) => media as PdfMedia;
const rangeOf = (source: Source) => [mediaOf(source).from, mediaOf(source).to];
const model = (maxInput: number | null): Model => ({ ...defaultModel, maxInput });

describe('a PDF within a model’s limits', () => {
  test.each([
    ['is whole where it fits', pdf(12), 1_000_000, [1, 12]],
    ['ends where a large context probably does', pdf(700), 1_000_000, [1, 327]],
    ['ends where a small context probably does', pdf(200), 200_000, [1, 65]],
    ['has 600 pages at most, whatever was chosen', pdf(700, 50, 699), 1_000_000, [50, 649]],
    ['has 100 pages at most with a smaller model', pdf(700, 50, 300), 200_000, [50, 149]],
    ['has 100 pages at most where the context is not known', pdf(101), null, [1, 100]],
    ['has a page, however little the model reads', pdf(3), 1000, [1, 1]],
  ])('%s', (_, source, maxInput, range) => {
    const within = withinLimits(source, model(maxInput));
    expect(rangeOf(within)).toEqual(range);
    expect(within.part !== undefined).toBe(pagesOf(mediaOf(within)) < pagesOf(mediaOf(source)));
  });

  test('any other source is itself', () => {
    const text = sourceWith();
    expect(withinLimits(text, defaultModel)).toBe(text);
    expect(withChosenPages(text, 1, 2)).toBe(text);
  });

  test('pages that are chosen are in order, within the file, and no part that was cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.integer(), fc.integer(), (pages, a, b) => {
        const chosen = withChosenPages(withinLimits(pdf(pages), defaultModel), a, b);
        const [from = 0, to = 0] = rangeOf(chosen);
        expect(from).toBeGreaterThanOrEqual(1);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(pages);
        expect(chosen.part).toBeUndefined();
      }),
    );
  });

  test('takes tokens by its pages', () => {
    const estimate = (source: Source) =>
      estimateOf(requestWith(source), anthropicEndpoint, 0, source.media, {}).prompt;
    const [one, ten] = [estimate(pdf(20, 3, 3)), estimate(pdf(20, 3, 12))];
    expect(ten.low - one.low).toBe(9 * 1500);
    expect(ten.high - one.high).toBe(9 * 4600);
  });
});

describe('a PDF that was too long for its model after all', () => {
  const small = model(200_000);
  const choices = choicesWith({
    endpoint: { ...anthropicEndpoint, model: small.id },
    model: small.id,
    models: [small, { ...small, id: 'large', name: 'Large', maxInput: 1_000_000 }],
  });
  const problem = { kind: 'too-large', tokens: 276_000, limit: 200_000 } as const;
  const refused: Run = run(pdf(60), { state: { kind: 'failed', problem } });

  test('is offered with the pages that fit, and to a larger model', () => {
    expect(whatFits(refused, choices, 0).larger?.id).toBe('large');
    const part = firstPart(refused, choices, 0);
    const [from, to = 0] = part ? rangeOf(part) : [];
    expect(from).toBe(1);
    expect(to).toBeGreaterThan(30);
    expect(to * 4600).toBeLessThan(200_000);
    expect(part?.part.share).toBeCloseTo(to / 60);
  });
});

test.each([
  ['https://example.org/report.pdf', '', true],
  ['https://example.org/report.PDF?download=1#page=2', '', true],
  ['https://example.org/pdf/2301.12345', 'A paper', true],
  ['https://example.org/view?file=report.pdf', '', true],
  ['https://example.org/download?id=7', 'report.pdf', true],
  ['https://example.org/pdf-tools', 'Tools for PDFs', false],
  ['https://example.org/', 'Home', false],
  ['no address', '', false],
])('%s, titled "%s", sounds like a PDF: %s', (address, title, does) =>
  expect(soundsLikePdf(address, title)).toBe(does),
);

test.each([
  ['https://example.org/download?id=7', 'download', true],
  ['https://example.org/download?id=7', 'Annual report - download', true],
  ['https://example.org/a%20report', 'a report', true],
  ['https://example.org/download', 'Downloads', false],
  ['https://example.org/download', 'Annual report', false],
  ['https://example.org/', 'example.org', false],
  ['https://example.org/download', '', false],
  ['no address', 'no address', false],
])('%s, titled "%s", is named as a viewer names a file: %s', (address, title, does) =>
  expect(namesItsFile(address, title)).toBe(does),
);
