import { endWithin } from '../core/end-within';
import { normalise } from '../core/source/normalise';
import type { EditableKind } from '../core/source/source';

/** What the injected script returns. The background takes it for a stranger's word and parses it. */
export type Captured = (Taken & Clean & Place) | (Nothing & Place);

export interface Taken extends Withheld {
  readonly kind: 'selection' | 'page' | 'everything';
  /** UTF-16 units of all that can be seen of the page that this is the main content of. */
  readonly whole?: number | undefined;
  /** Of a selection: in what it can be written to. */
  readonly editable?: EditableKind | undefined;
  /** By which the page knows that again. */
  readonly mark?: number | undefined;
  /** Whether the main content may have been missed, or some of a selection was lost. */
  readonly unsure?: boolean | undefined;
}

interface Nothing extends Withheld {
  readonly kind: 'nothing';
}

interface Withheld {
  /** Whether something that is selected must not be read, be it told by the browser. */
  readonly secret?: boolean | undefined;
}

export interface Place {
  readonly title: string;
  readonly address: string;
  /** As declared, unchecked; null when it is not. */
  readonly language: string | null;
  /** Address of a frame that cannot be read from here: the focused one, or of a page one that takes much of it. */
  readonly frame: string | null;
}

export interface Clean {
  readonly text: string;
  /** Invisible characters that were dropped. */
  readonly hidden: number;
  /** UTF-16 units beyond the limit that were left out. */
  readonly cut: number;
}

/** Longest title, address and language that are kept, in UTF-16 units. */
export const titleLimit = 500;
export const addressLimit = 2000;
export const languageLimit = 35;

/** The text as a source holds it: at most `limit` UTF-16 units of it, normalised. */
export function clean(raw: string, limit: number): Clean {
  const end = endWithin(raw, limit);
  const { text, hidden } = normalise(raw.slice(0, end));
  return { text, hidden, cut: raw.length - end };
}

/** A title on one line, without what cannot be seen. */
export function cleanTitle(raw: string): string {
  return clean(raw, titleLimit).text.replace(/\s+/g, ' ').trim();
}
