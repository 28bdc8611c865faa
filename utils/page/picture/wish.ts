import type { Tier } from '../../core/source/image';

/** Which picture is meant, and what for. */
export interface PictureWish {
  /** As the browser told it of the click; empty: it did not; null: the largest in view. */
  readonly address: string | null;
  /** How large it may be; null: it is only looked for. */
  readonly tier: Tier | null;
}

declare global {
  /** Of the world that Gloss's scripts have for themselves in a page: the page cannot see it. */
  var glossPicture: Partial<PictureWish> | undefined;
}

/** Leaves word for `capture-image.js`. It runs in the page as it is written here: it may name nothing from outside. */
export function leavePictureWish(wish: PictureWish): void {
  globalThis.glossPicture = wish;
}

/** A wish is for one capture. */
export function takePictureWish(): PictureWish {
  const wish = globalThis.glossPicture;
  globalThis.glossPicture = undefined;
  // Chromium drops what is null on the way.
  return { address: wish?.address ?? null, tier: wish?.tier ?? null };
}
