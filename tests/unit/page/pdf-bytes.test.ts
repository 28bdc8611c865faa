import { afterEach, expect, test, vi } from 'vitest';
import { toBase64 } from '../../../utils/core/base64';
import { readLimit } from '../../../utils/core/pdf/limits';
import { pdfBytes } from '../../../utils/page/pdf-bytes';

afterEach(() => vi.unstubAllGlobals());

function showing(contentType: string, answer: Response): void {
  vi.stubGlobal('document', { contentType });
  vi.stubGlobal('location', { href: 'https://example.org/report.pdf' });
  vi.stubGlobal('fetch', async () => answer);
}

/** A body of zeros that never ends. */
function endless(): ReadableStream<Uint8Array> {
  const piece = new Uint8Array(8_000_000);
  return new ReadableStream({ pull: (controller) => controller.enqueue(piece) });
}

test('a page that shows a PDF gives its bytes', async () => {
  const bytes = new TextEncoder().encode('%PDF-1.7');
  showing('application/pdf', new Response(bytes));
  expect(await pdfBytes()).toEqual({ kind: 'pdf', data: toBase64(bytes) });
});

test('a page that shows a PDF which is too big, or has no end, is not read any further', async () => {
  showing('application/pdf', new Response(endless()));
  const told = await pdfBytes();
  expect(told).toMatchObject({ kind: 'too-big' });
  expect(told?.kind === 'too-big' && told.bytes).toBeGreaterThan(readLimit);
  const headers = { 'content-length': '300000000' };
  showing('application/pdf', new Response(endless(), { headers }));
  expect(await pdfBytes()).toEqual({ kind: 'too-big', bytes: 300_000_000 });
});

test.each([
  ['another page', 'text/html', new Response(''), null],
  ['a PDF that is there no more', 'application/pdf', Response.error(), { kind: 'unread' }],
])('%s gives none', async (_, type, answer, told) => {
  showing(type, answer);
  expect(await pdfBytes()).toEqual(told);
});
