import { captureLimit } from '../core/source';
import { normalise } from '../core/normalise';

/** What the injected script returns. The background takes it for a stranger's word and parses it. */
export type Captured =
  | (Taken & { readonly kind: 'selection' | 'page' })
  | (Place & { readonly kind: 'nothing' });

export interface Place {
  readonly title: string;
  readonly address: string;
  /** BCP 47, as declared; null when it is not. */
  readonly language: string | null;
  /** Address of a frame that has the focus and cannot be read from here: a selection may be in it. */
  readonly frame: string | null;
}

interface Taken extends Place, Clean {}

export interface Clean {
  readonly text: string;
  /** Invisible characters that were dropped. */
  readonly hidden: number;
  /** UTF-16 units beyond `captureLimit` that were left out. */
  readonly cut: number;
}

/** Longest title and address that are kept, in UTF-16 units. */
export const titleLimit = 500;
export const addressLimit = 2000;

/** The text as a source holds it: at most `limit` UTF-16 units of it, normalised. */
export function clean(raw: string, limit = captureLimit): Clean {
  const { text, hidden } = normalise(raw.slice(0, limit));
  return { text, hidden, cut: Math.max(0, raw.length - limit) };
}

/** A title on one line, without what cannot be seen. */
export function cleanTitle(raw: string): string {
  return normalise(raw.slice(0, titleLimit)).text.replace(/\s+/g, ' ').trim();
}
