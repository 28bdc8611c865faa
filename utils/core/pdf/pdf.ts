import { latin1 } from '../latin1';
import { cutPages } from './cut';
import { type Inflate, type Objects, objectsOf } from './objects';
import { pageTreeOf } from './pages';

/** A PDF that has been opened, or why it could not be. Pages are counted from 1. */
export type Pdf =
  | {
      readonly kind: 'open';
      readonly pages: number;
      /** Whether the tree of pages can be read in one way alone: else others may find more of them, and bill them. */
      readonly isSure: boolean;
      /** A file of some pages alone, both ends included, in pieces that follow each other; null where that fails. */
      readonly cut: (from: number, to: number) => readonly Uint8Array[] | null;
    }
  /** It is encrypted, be it with an empty password: the service takes no such file. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'broken' };

/** Bytes within which a file says that it is a PDF: what readers of them accept. */
const headWithin = 1024;

export function looksLikePdf(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(0, headWithin)).includes('%PDF-');
}

/** Opens a file of any origin: what is wrong with it costs neither time nor memory beyond its size's. */
export async function openPdf(bytes: Uint8Array, inflate: Inflate): Promise<Pdf> {
  if (!looksLikePdf(bytes)) return { kind: 'broken' };
  try {
    return opened(await objectsOf(bytes, inflate));
  } catch {
    return { kind: 'broken' };
  }
}

function opened(objects: Objects): Pdf {
  if (objects.trailers.some((trailer) => (trailer.get('/Encrypt') ?? 'null') !== 'null')) {
    return { kind: 'locked' };
  }
  const tree = pageTreeOf(objects);
  if (!tree) return { kind: 'broken' };
  const { pages } = tree;
  return {
    kind: 'open',
    pages: pages.length,
    isSure: tree.isSure,
    cut(from, to) {
      objects.renew();
      try {
        return cutPages(tree, pages.slice(from - 1, to), objects);
      } catch {
        return null;
      }
    },
  };
}
