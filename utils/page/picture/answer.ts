import { pictureAddressLimit } from '../../core/source/aim';
import type { Area } from '../../core/source/area';
import type { Size } from '../../core/source/image';
import type { Rendered } from './render';

/** What `capture-image.js` returns. The background takes it for a stranger's word and parses it. */
export type PictureAnswer =
  /** No picture of that address, or none in view. */
  | { readonly kind: 'nothing' }
  | ({ readonly kind: 'read'; readonly rendered: Rendered } & About)
  /**
   * The page may not read it: it is another site's, or nothing that can be drawn. `blank`: it may, and nothing is to be
   * seen in it; of what is drawn by WebGL, which shows it, a page can read no more.
   */
  | ({ readonly kind: 'closed'; readonly blank?: boolean | undefined } & About);

export interface About {
  /** Its description, or the name of its file; empty when there is neither. */
  readonly title: string;
  /** Where its bytes can be fetched from; null where nowhere. */
  readonly address: string | null;
  /** As it is, before it was scaled down; null where that is not known. */
  readonly original: Size | null;
  /** Where it is, in shares of what is visible; null when nothing of it is, or nobody can tell. */
  readonly spot: Area | null;
  /** The color that shows through it, as browsers write it: `rgb(1, 2, 3)`, `oklch(0.2 0.03 265)`; null where nobody says. */
  readonly ground: string | null;
  /** Whether it is of a kind that may move. */
  readonly mayMove: boolean;
  readonly pageTitle: string;
  readonly pageAddress: string;
}

/** Longest title of a picture, and longest address, in UTF-16 units. */
export const pictureLimits = { title: 500, address: pictureAddressLimit, data: 5_300_000 };
