import { inflateSync } from 'node:zlib';
import type { DocumentBlock } from './body';

const PER_PICTURE = 1600;
const CHARACTERS_PER_TOKEN = 2.9;

type Inline = Extract<DocumentBlock['source'], { type: 'base64' }>;

interface Read {
  readonly pages: number;
  readonly locked: boolean;
  /** Characters that its pages show, as far as they are written in plain strings. */
  readonly characters: number;
}

/** What the bytes say, by patterns alone; null when they are no PDF with pages. */
function read({ data }: Inline): Read | null {
  const bytes = Buffer.from(data, 'base64');
  const plain = bytes.toString('latin1');
  if (!plain.slice(0, 1024).includes('%PDF-')) return null;
  const streams = [...plain.matchAll(/\bstream\r?\n/g)].map(({ index, 0: { length } }) =>
    unpacked(bytes, index + length, plain.indexOf('endstream', index)),
  );
  const text = [plain, ...streams].join('\n');
  const pages = text.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
  const locked = /\/Encrypt\s+\d+\s+\d+\s+R/.test(text);
  const shown = [...text.matchAll(/(?:\(([^()]*)\)|<([0-9A-Fa-f\s]*)>)\s*Tj/g)];
  const characters = shown.reduce(
    (sum, [, a = '', hex = '']) => sum + a.length + hex.length / 2,
    0,
  );
  return pages === 0 ? null : { pages, locked, characters };
}

/** Empty for what is not packed, or not a stream at all. */
function unpacked(bytes: Buffer, from: number, to: number): string {
  try {
    return inflateSync(bytes.subarray(from, to)).toString('latin1');
  } catch {
    return '';
  }
}

/** Each page is seen as a picture, and its text is read. */
export function pdfTokens(source: Inline): number {
  const { pages, characters } = read(source) ?? { pages: 1, characters: 0 };
  return pages * PER_PICTURE + Math.ceil(characters / CHARACTERS_PER_TOKEN);
}

/** 0 for what is no PDF. */
export const pagesIn = (source: Inline): number => read(source)?.pages ?? 0;

/** What is wrong with a PDF, the first complaint first. */
export function* complaintsAboutPdf(source: Inline, where: string): Generator<string> {
  const name = `${where}.pdf.source.base64.data`;
  const pdf = read(source);
  if (!pdf) return yield `${name}: The PDF specified was not valid.`;
  if (pdf.locked) yield `${name}: The PDF specified is password protected.`;
}
