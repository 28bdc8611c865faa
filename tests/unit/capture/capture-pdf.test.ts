import { describe, expect, test, vi } from 'vitest';
import type { PdfMeans } from '../../../utils/capture/capture-pdf';
import { captureTab } from '../../../utils/capture/capture-tab';
import type { Injection } from '../../../utils/capture/inject';
import { mediaData } from '../../../utils/capture/media-data';
import { readPdf } from '../../../utils/capture/pdf';
import { toBase64 } from '../../../utils/core/base64';
import { bytesOf } from '../../../utils/core/latin1';
import { madePdf, numbersIn, pdfOf } from '../../pages/pdfs';
import { nothing, page } from '../capture-support';

const sound = await madePdf(5);
const address = 'https://example.org/report.pdf';

/** `viewer`: what the script beside a viewer answers; without it no script is let in. */
function means(viewer: unknown, change: Partial<PdfMeans> = {}) {
  const kept: string[] = [];
  const all: PdfMeans = {
    scripting: {
      async executeScript({ files }: Injection) {
        if (viewer === undefined) throw new Error('Missing host permission for the tab');
        return [{ frameId: 0, result: files[0] === '/capture-pdf.js' ? viewer : nothing }];
      },
    },
    fetch: vi.fn(async () => new Response(sound as BodyInit)),
    mayReach: async () => true,
    placeOf: async () => ({ title: 'Report', address }),
    hasGoneOn: async () => false,
    async keep(data) {
      kept.push(data);
      return 'kept';
    },
    ...change,
  };
  return { all, kept };
}

const look = ({ all }: ReturnType<typeof means>, stop?: AbortSignal) =>
  captureTab({ tabId: 1, wants: 'selection-or-page' }, all, stop);

const media = { kind: 'pdf', file: 'kept', pages: 5, from: 1, to: 5 };
const found = { kind: 'source', source: { kind: 'pdf', title: 'Report', address, media } };

describe('the PDF in a tab', () => {
  test('is read beside a viewer that lets us in, without the net', async () => {
    const world = means({ kind: 'pdf', data: toBase64(sound) });
    expect(await look(world)).toMatchObject(found);
    expect(world.kept).toEqual([toBase64(sound)]);
    expect(world.all.fetch).not.toHaveBeenCalled();
  });

  test('is fetched with the user’s cookies where nobody is let in and the site is allowed', async () => {
    const world = means(undefined);
    expect(await look(world)).toMatchObject(found);
    expect(world.all.fetch).toHaveBeenCalledExactlyOnceWith(
      address,
      expect.objectContaining({ credentials: 'include', cache: 'force-cache' }),
    );
  });

  test('is not fetched before the site is allowed', async () => {
    const world = means(undefined, { mayReach: async () => false });
    const problem = { kind: 'site-not-allowed', origin: 'https://example.org' };
    expect(await look(world)).toEqual({ kind: 'problem', problem });
    expect(world.all.fetch).not.toHaveBeenCalled();
  });

  test('may be at an address that does not sound like one, once its site is allowed', async () => {
    const placeOf = async () => ({ title: 'Report', address: 'https://example.org/download' });
    expect(await look(means(undefined, { placeOf }))).toMatchObject({ kind: 'source' });
    const asked = look(means(undefined, { placeOf, mayReach: async () => false }));
    expect(await asked).toEqual({ kind: 'problem', problem: { kind: 'page-forbids' } });
  });

  test('is asked for where the viewer names what it shows by its file', async () => {
    const placeOf = async () => ({
      title: 'Report - download',
      address: 'https://example.org/download?id=7',
    });
    const problem = { kind: 'site-not-allowed', origin: 'https://example.org' };
    const world = means(undefined, { placeOf, mayReach: async () => false });
    expect(await look(world)).toEqual({ kind: 'problem', problem });
    const other = async () => new Response('{}');
    expect(await look(means(undefined, { placeOf, fetch: other }))).toEqual({
      kind: 'problem',
      problem: { kind: 'page-forbids' },
    });
  });

  test('is not fetched any further, and not kept, once the user has stopped it', async () => {
    const stop = new AbortController();
    const fetch: typeof globalThis.fetch = async (_, init) => {
      stop.abort();
      init?.signal?.throwIfAborted();
      return new Response(sound as BodyInit);
    };
    const fetched = means(undefined, { fetch });
    const stopped = { kind: 'problem', problem: { kind: 'stopped' } };
    expect(await look(fetched, stop.signal)).toEqual(stopped);
    const read = means({ kind: 'pdf', data: toBase64(sound) });
    expect(await look(read, AbortSignal.abort())).toEqual(stopped);
    expect([...fetched.kept, ...read.kept]).toEqual([]);
  });

  test.each([
    ['has gone on since the click', true, 'needs-gesture'],
    ['is closed to us', false, 'page-forbids'],
  ])('a tab that %s says so', async (_, gone, kind) => {
    const placeOf = async () => ({ title: '', address: '' });
    const world = means(undefined, { placeOf, hasGoneOn: async () => gone });
    expect(await look(world)).toEqual({ kind: 'problem', problem: { kind } });
  });

  test.each([
    ['when it began to be read', 'https://example.org/', undefined, true],
    ['when it was clicked', '', 'https://example.org/', true],
    ['never', '', undefined, false],
  ])('a tab whose address was told %s is asked for with that', async (_, now, clicked, told) => {
    const placeOf = async () => ({ title: '', address: now });
    const hasGoneOn = vi.fn(async () => true);
    const { all } = means(undefined, { placeOf, hasGoneOn, mayReach: async () => false });
    await captureTab({ tabId: 1, wants: 'page', address: clicked }, all);
    expect(hasGoneOn).toHaveBeenCalledExactlyOnceWith(1, told);
  });

  const signIn = async () => new Response('<!doctype html><title>Sign in</title>');
  const gone = async () => new Response('', { status: 404 });
  const down = async () => Promise.reject(new TypeError('Failed to fetch'));
  const onDisk = async () => ({ title: 'a.pdf', address: 'file:///home/a.pdf' });
  const plain = async () => ({ title: '', address: 'http://example.org/a.pdf' });
  const unreachable = 'pdf-unreachable';

  test.each([
    ['a page to sign in', undefined, { fetch: signIn }, unreachable],
    ['not there any more', undefined, { fetch: gone }, unreachable],
    ['behind a net that is down', undefined, { fetch: down }, unreachable],
    ['a file of this computer', undefined, { placeOf: onDisk }, unreachable],
    ['on a site that is not encrypted', undefined, { placeOf: plain }, unreachable],
    ['not given to the script', { kind: 'unread' }, {}, unreachable],
    ['another page by now', { kind: 'pdf', data: btoa('<!doctype html>') }, {}, unreachable],
    ['far too big', { kind: 'too-big', bytes: 90_000_000 }, {}, 'pdf-too-big'],
    ['no page at all', null, {}, 'nothing-selected'],
  ])('that is %s is a problem in words', async (_, viewer, change, kind) => {
    expect(await look(means(viewer, change))).toMatchObject({ kind: 'problem', problem: { kind } });
  });

  test('is not looked for where there is text', async () => {
    const executeScript = vi.fn(async () => [{ frameId: 0, result: page }]);
    const captured = await look(means(null, { scripting: { executeScript } }));
    expect(captured).toMatchObject({ kind: 'source', source: { kind: 'page' } });
    expect(executeScript).not.toHaveBeenCalledWith(
      expect.objectContaining({ files: ['/capture-pdf.js'] }),
    );
  });
});

const place = { title: 'Report', address };
const keep = async () => 'kept';

test.each([
  ['broken', () => bytesOf('%PDF-1.4 and no more'), 'pdf-broken'],
  ['no PDF', () => bytesOf('PK'), 'pdf-broken'],
])('bytes that are %s are a problem', async (_, bytes, kind) => {
  expect(await readPdf(bytes(), place, keep)).toMatchObject({ kind: 'problem', problem: { kind } });
});

test('a PDF of which others may read more pages than are counted is kept as one with just those, any other as it is', async () => {
  const keeping = vi.fn(async (_: string) => 'kept');
  const honest = await madePdf(2);
  await readPdf(honest, place, keeping);
  expect(keeping).toHaveBeenLastCalledWith(toBase64(honest));
  const kids = Array.from({ length: 300 }, () => '3 0 R').join(' ');
  const repeating = pdfOf(
    [
      [1, '<< /Type /Catalog /Pages 2 0 R >>'],
      [2, `<< /Type /Pages /Kids [${kids}] /Count 300 >>`],
      [3, '<< /Type /Page /MediaBox [0 0 201 300] >>'],
    ],
    'trailer << /Root 1 0 R >>',
  );
  expect(await readPdf(repeating, place, keeping)).toMatchObject({
    source: { media: { pages: 1 } },
  });
  const kept = Buffer.from(keeping.mock.lastCall?.[0] ?? '', 'base64');
  expect(await numbersIn(kept)).toEqual([1]);
});

test('an encrypted PDF is a problem', async () => {
  const locked = await madePdf(1, { locked: true });
  const problem = { kind: 'pdf-locked' };
  expect(await readPdf(locked, place, keep)).toEqual({ kind: 'problem', problem });
});

describe('a PDF of more bytes than a request', () => {
  const heavy = `<< /Length 13000000 >>\nstream\n${' '.repeat(13_000_000)}\nendstream`;
  const pages = [1, 2].map((n) => [10 + n, `<< /Type /Page /Contents ${20 + n} 0 R >>`] as const);
  const bytes = pdfOf([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, `<< /Kids [${pages.map(([n]) => `${n} 0 R`).join(' ')}] /MediaBox [0 0 201 300] >>`],
    ...pages,
    ...pages.map(([n]) => [10 + n, heavy] as const),
  ]);

  test('ends at the last page that fits, and says that it was cut', async () => {
    const captured = await readPdf(bytes, place, keep);
    const part = { share: 0.5, upTo: null };
    expect(captured).toMatchObject({ source: { media: { pages: 2, from: 1, to: 1 }, part } });
  });

  test('is refused with more pages, by their bytes', async () => {
    const kept = Buffer.from(bytes).toString('base64');
    const files = { get: async () => kept };
    const all = { kind: 'pdf', file: 'kept', pages: 2, from: 1, to: 2 } as const;
    const refused = { kind: 'problem', problem: { kind: 'pdf-too-big' } };
    expect(await mediaData(all, files)).toMatchObject(refused);
    expect(await mediaData({ ...all, from: 2 }, files)).toMatchObject({ kind: 'data' });
  });
});

describe('what is sent of a PDF', () => {
  const files = { get: async () => toBase64(sound) };
  const all = { kind: 'pdf', file: 'kept', pages: 5, from: 1, to: 5 } as const;

  test('is the file as it is when it is whole', async () => {
    expect(await mediaData(all, files)).toEqual({ kind: 'data', data: toBase64(sound) });
  });

  test('is a file of the chosen pages', async () => {
    const sent = await mediaData({ ...all, from: 2, to: 3 }, files);
    const data = sent.kind === 'data' ? sent.data : '';
    expect(await numbersIn(new Uint8Array(Buffer.from(data, 'base64')))).toEqual([2, 3]);
  });

  test('is nothing once the file is gone', async () => {
    const problem = { kind: 'file-gone' };
    expect(await mediaData(all, { get: async () => null })).toEqual({ kind: 'problem', problem });
  });
});
