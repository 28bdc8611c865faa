import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { bytesOf } from '../../utils/core/latin1';

/** A PDF by another hand than ours; each page says its number, and page n is 200 + n points wide. */
export async function madePdf(
  pages: number,
  options: { readonly packed?: boolean; readonly locked?: boolean } = {},
): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  const font = await made.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number += 1) {
    const page = made.addPage([200 + number, 300]);
    page.drawText(`This is page ${number}.`, { x: 20, y: 200, size: 12, font });
  }
  if (options.locked) made.encrypt({ userPassword: '', ownerPassword: 'secret' });
  return made.save({ useObjectStreams: options.packed ?? true });
}

/** The numbers that the pages of a PDF were made with, as another reader sees them. */
export async function numbersIn(bytes: Uint8Array): Promise<readonly number[]> {
  const read = await PDFDocument.load(bytes, { throwOnInvalidObject: true });
  return read.getPages().map((page) => page.getWidth() - 200);
}

/** A file of the given objects (number and body), without a table of contents. */
export function pdfOf(objects: readonly (readonly [number, string])[], end = ''): Uint8Array {
  const bodies = objects.map(([number, body]) => `${number} 0 obj\n${body}\nendobj\n`);
  return bytesOf(`%PDF-1.4\n${bodies.join('')}${end}`);
}

export function joined(pieces: readonly Uint8Array[] | null): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces ?? []));
}
