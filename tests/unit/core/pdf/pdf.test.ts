import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inflate } from '../../../../utils/capture/inflate';
import { bytesOf, latin1 } from '../../../../utils/core/latin1';
import { openPdf, type Pdf } from '../../../../utils/core/pdf/pdf';
import { joined, madePdf, numbersIn, pdfOf } from '../../../pages/pdfs';

const open = (bytes: Uint8Array) => openPdf(bytes, inflate);

async function opened(bytes: Uint8Array): Promise<Extract<Pdf, { kind: 'open' }>> {
  const pdf = await open(bytes);
  if (pdf.kind !== 'open') throw new Error(pdf.kind);
  return pdf;
}

const catalog = [1, '<< /Type /Catalog /Pages 2 0 R >>'] as const;
const twoPages = [
  catalog,
  [2, '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 201 300] >>'],
  [3, '<< /Type /Page /Parent 2 0 R >>'],
  [4, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 202 300] /Rotate 90 >>'],
] as const;

describe('a PDF', () => {
  test.each([
    ['with its objects packed', true],
    ['with each object apart', false],
  ])('%s tells its pages', async (_, packed) => {
    expect((await opened(await madePdf(7, { packed }))).pages).toBe(7);
  });

  test.each([true, false])(
    'is cut to just the pages that are wanted (packed: %s)',
    async (packed) => {
      const pdf = await opened(await madePdf(9, { packed }));
      expect(await numbersIn(joined(pdf.cut(3, 5)))).toEqual([3, 4, 5]);
      expect(await numbersIn(joined(pdf.cut(9, 9)))).toEqual([9]);
      expect(await numbersIn(joined(pdf.cut(1, 9)))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    },
  );

  test('keeps what a page shows, and nothing of the others', async () => {
    const cut = joined((await opened(await madePdf(3, { packed: false }))).cut(2, 2));
    const read = await PDFDocument.load(cut);
    const contents = read.context
      .enumerateIndirectObjects()
      .filter(([, object]) => object instanceof PDFRawStream);
    expect(contents).toHaveLength(1);
    const font = read.getPage(0).node.Resources()?.lookup(PDFName.of('Font'));
    expect(String(font)).toContain('Helvetica');
  });

  test('that was cut can be cut again, to the same', async () => {
    const once = joined((await opened(await madePdf(6))).cut(2, 5));
    const twice = joined((await opened(once)).cut(2, 3));
    expect(await numbersIn(twice)).toEqual([3, 4]);
  });

  test('passes on to its pages what they take over', async () => {
    const cut = joined((await opened(pdfOf(twoPages))).cut(1, 2));
    const [first, second] = (await PDFDocument.load(cut)).getPages();
    expect([first?.getWidth(), second?.getWidth()]).toEqual([201, 202]);
    expect([first?.getRotation().angle, second?.getRotation().angle]).toEqual([0, 90]);
  });

  test('loses links from a page to pages that are left out, and keeps the others', async () => {
    const [head, pages, first, second] = twoPages;
    const linked = first[1].replace('>>', '/Annots [5 0 R] >>');
    const bytes = pdfOf([
      head,
      pages,
      [3, linked],
      second,
      [5, '<< /Dest [4 0 R /Fit] /P 3 0 R >>'],
    ]);
    const pdf = await opened(bytes);
    expect(latin1(joined(pdf.cut(1, 1)))).toContain('/Dest [null /Fit]');
    expect(latin1(joined(pdf.cut(1, 2)))).toMatch(/\/Dest \[4 0 R \/Fit\]/);
  });

  test('keeps which of its layers are seen', async () => {
    const layered = catalog[1].replace('>>', '/OCProperties << /D << /OFF [9 0 R] >> >> >>');
    const bytes = pdfOf([
      [1, layered],
      ...twoPages.slice(1),
      [9, '<< /Type /OCG /Name (Hidden) >>'],
    ]);
    expect(latin1(joined((await opened(bytes)).cut(1, 1)))).toMatch(/\/OFF \[\d+ 0 R\]/);
  });

  test('is what its last revision says', async () => {
    const made = joined([
      pdfOf(twoPages),
      bytesOf('2 0 obj << /Type /Pages /Kids [4 0 R] /Count 1 >> endobj'),
    ]);
    expect(await numbersIn(joined((await opened(made)).cut(1, 1)))).toEqual([2]);
  });

  test('may hold another PDF in a stream without its pages counting', async () => {
    const inner = latin1(pdfOf([catalog, [2, '<< /Kids [7 0 R] >>'], [7, '<< >>']]));
    const attached = `<< /Length ${inner.length} >>\nstream\n${inner}\nendstream`;
    expect((await opened(pdfOf([...twoPages, [8, attached]]))).pages).toBe(2);
  });

  test.each([
    ['as it should be', 'stream\r\nq Q\nendstream', '3'],
    ['too short', 'stream\nq Q\nendstream', '1'],
    ['far too long', 'stream\nq Q\r\nendstream', '99999'],
    ['in an object of its own', 'stream\nq Q\nendstream', '6 0 R'],
    ['in an object that is itself', 'stream\nq Q\nendstream', '5 0 R'],
    ['missing', 'stream\nq Q\nendstream', 'null'],
  ])('is read whose stream has a length %s', async (_, stream, length) => {
    const [head, pages, first, second] = twoPages;
    const bytes = pdfOf([
      head,
      pages,
      [3, first[1].replace('>>', '/Contents 5 0 R >>')],
      second,
      [5, `<< /Length ${length} >>\n${stream}`],
      [6, '3'],
    ]);
    const cut = latin1(joined((await opened(bytes)).cut(1, 1)));
    expect(cut).toContain('/Length 3 >>\nstream\nq Q\nendstream');
  });

  test('that is encrypted is locked', async () => {
    expect(await open(await madePdf(2, { locked: true }))).toEqual({ kind: 'locked' });
  });
});

/** Objects that are packed together, as writers of tagged documents have a few for each paragraph and cell. */
function packedFrom(first: number) {
  const bodies = Array.from({ length: 100 }, (_, at) => `<< /S /P /P 9 0 R /K ${first + at} >> `);
  let offset = 0;
  const numbers = bodies.map((body, at) => {
    const number = `${first + at} ${offset} `;
    offset += body.length;
    return number;
  });
  const head = numbers.join('');
  const packed = latin1(deflateSync(head + bodies.join('')));
  return `<< /Type /ObjStm /N 100 /First ${head.length} /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`;
}

test('a document of which each cell is told by some objects is read like any other', async () => {
  const stream = (at: number) => [1_000 + at, packedFrom(10_000 + 100 * at)] as const;
  const streams = Array.from({ length: 2_000 }, (_, at) => stream(at));
  const bytes = pdfOf([...twoPages, ...streams], 'trailer << /Root 1 0 R >>');
  expect((await opened(bytes)).pages).toBe(2);
});

describe('a file that means harm', () => {
  const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;

  test.each([
    ['is none at all', bytesOf('<!doctype html><title>Log in</title>')],
    ['is empty', new Uint8Array()],
    ['has no pages', pdfOf([catalog, [2, '<< /Type /Pages /Kids [] /Count 4000000000 >>']])],
    ['has a tree that is its own branch', pdfOf([catalog, [2, '<< /Kids [2 0 R 2 0 R] >>']])],
    ['nests its lists without end', pdfOf([catalog, [2, `<< /Kids ${nested} >>`]])],
    ['refers in a ring', pdfOf([catalog, [2, '3 0 R'], [3, '2 0 R']])],
  ])('is broken when it %s', async (_, bytes) => {
    expect(await open(bytes)).toEqual({ kind: 'broken' });
  });

  test('counts what is there, not what it says', async () => {
    const boasting = twoPages.map(
      ([number, body]) => [number, body.replace('/Count 2', '/Count 99999999')] as const,
    );
    expect((await opened(pdfOf(boasting))).pages).toBe(2);
  });

  const end = 'trailer << /Root 1 0 R >>';
  const withTree = (tree: string) =>
    twoPages.map(([n, body]) => [n, n === 2 ? tree : body] as const);

  test.each([
    [
      'has the same page many times',
      pdfOf(withTree('<< /Type /Pages /Kids [3 0 R 4 0 R 4 0 R] >>'), end),
    ],
    [
      'has a page without a number',
      pdfOf(withTree('<< /Type /Pages /Kids [3 0 R << /Type /Page >>] >>'), end),
    ],
    [
      'begins at two places',
      pdfOf(
        [...twoPages, [9, '<< /Type /Catalog /Pages 2 0 R >>']],
        `${end} trailer << /Root 9 0 R >>`,
      ),
    ],
    ['does not say where it begins', pdfOf(twoPages)],
  ])(
    'of which others may read more pages is not sure when it %s; what is cut of it is',
    async (_, bytes) => {
      const pdf = await opened(bytes);
      expect(pdf.isSure).toBe(false);
      const cut = await opened(joined(pdf.cut(1, pdf.pages)));
      expect([cut.pages, cut.isSure]).toEqual([pdf.pages, true]);
    },
  );

  test('an honest one is sure', async () => {
    for (const bytes of [
      pdfOf(twoPages, end),
      await madePdf(3),
      await madePdf(3, { packed: false }),
    ])
      expect((await opened(bytes)).isSure).toBe(true);
  });

  test.each([
    ['strings', '1 0 obj ('],
    ['hexadecimal strings', '1 0 obj <'],
    ['lists', '1 0 obj ['],
    ['streams', '1 0 obj << >> stream '],
  ])('with %s that never end is given up in time', async (_, piece) => {
    const bytes = joined([pdfOf([]), bytesOf(piece.repeat(50_000))]);
    expect(await open(bytes)).toEqual({ kind: 'broken' });
  });

  test('that refers to one large object in many ways is given up in time', async () => {
    const large = `[${'0 '.repeat(300_000)}]`;
    const kids = Array.from({ length: 40_000 }, () => '9 0 R').join(' ');
    const bytes = pdfOf([catalog, [2, `<< /Kids [${kids}] >>`], [9, large]]);
    expect(await open(bytes)).toEqual({ kind: 'broken' });
  });

  test('whose few bytes unpack to millions of numbers of objects is given up in time', async () => {
    const packed = latin1(deflateSync('9 0 '.repeat(2_000_000)));
    const dictionary = `<< /Type /ObjStm /N 1 /First 8000000 /Filter /FlateDecode >>`;
    const bytes = pdfOf([...twoPages, [9, `${dictionary}\nstream\n${packed}\nendstream`]], end);
    expect(bytes.length).toBeLessThan(10_000);
    expect(await open(bytes)).toEqual({ kind: 'broken' });
  });

  test('whose few bytes unpack to one endless list is read no further than any that is too long', async () => {
    const dictionary = '<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>';
    const packed = pdfOf([catalog, [9, `${dictionary}\nstream\n...\nendstream`]], end);
    /** How far a list of so many bytes is looked into. */
    async function depthIn(length: number): Promise<number> {
      let depth = 0;
      class Watched extends Uint8Array {
        override subarray(begin?: number, end = this.length) {
          depth = Math.max(depth, Math.min(end, this.length));
          return new Uint8Array(this.buffer).subarray(begin, end);
        }
      }
      const written = bytesOf(`2 0 << /Kids [${'[]'.repeat(length / 2)}] >>`);
      const list = new Watched(written.length);
      list.set(written);
      expect(await openPdf(packed, async () => list)).toEqual({ kind: 'broken' });
      return depth;
    }
    const depth = await depthIn(20_000_000);
    expect(depth).toBeGreaterThan(4);
    expect(await depthIn(26_000_000)).toBe(depth);
  });

  test('unpacks to no more than is allowed', async () => {
    const zeros = new Blob([new Uint8Array(5_000_000)]).stream();
    const packed = new Uint8Array(
      await new Response(zeros.pipeThrough(new CompressionStream('deflate'))).arrayBuffer(),
    );
    expect(await inflate(packed, 1_000_000)).toBeNull();
    expect((await inflate(packed, 5_000_000))?.length).toBe(5_000_000);
  });

  test('truncated or damaged anywhere is opened, locked or broken, and what it gives can be cut', async () => {
    const sound = [await madePdf(4), await madePdf(4, { packed: false })];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sound),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }),
        async (bytes, share, damage) => {
          const bad = bytes.slice(0, Math.ceil(bytes.length * share));
          for (const [at, byte] of damage) bad[at % Math.max(1, bad.length)] = byte;
          const pdf = await open(bad);
          if (pdf.kind !== 'open') return;
          expect((await opened(joined(pdf.cut(1, pdf.pages)))).pages).toBe(pdf.pages);
        },
      ),
      { numRuns: 200 },
    );
  });
});
