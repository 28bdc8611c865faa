import { type Area, pixelsOf } from '../core/source/area';
import { fitWithin, type Size, type Tier } from '../core/source/image';
import { draw, type Rendered, render, sample } from '../page/picture/render';

/** A picture ready to be sent, with the size that it had before. */
export interface Prepared extends Rendered {
  readonly original: Size;
}

/** What only a browser can do with the bytes of a picture. */
export interface Graphics {
  /**
   * A picture, or a share of it, within a tier. `ground`: the color that shows through it, as far as it is known. Null when it
   * cannot be decoded, or nothing of it can be seen.
   */
  prepare(
    picture: Blob,
    tier: Tier,
    share: Area | null,
    ground?: string | null,
  ): Promise<Prepared | null>;
  /** Whether a share of a picture is all of one color. */
  isPlain(picture: Blob, share: Area): Promise<boolean>;
  /** Its size, from the bytes themselves; null when they are no picture. */
  measure(picture: Blob): Promise<Size | null>;
}

export const graphics: Graphics = {
  async prepare(picture, tier, share, ground = null) {
    return withBitmap(picture, async (bitmap) => {
      const area = share && pixelsOf(share, bitmap);
      const original = sizeOf(area ?? bitmap);
      const rendered = await render(bitmap, area, fitWithin(original, tier), ground);
      return rendered && { ...rendered, original };
    });
  },
  isPlain: async (picture, share) =>
    (await withBitmap(picture, async (bitmap) => isPlain(bitmap, pixelsOf(share, bitmap)))) ===
    true,
  measure: (picture) => withBitmap(picture, async (bitmap) => sizeOf(bitmap)),
};

/** Steps of a color that are none: what is scaled is rounded. */
const step = 2;

function isPlain(image: ImageBitmap, area: Area): boolean {
  const { width, height } = sample;
  const drawn = draw(image, area, sample, '#fff').getContext('2d');
  const colors = drawn?.getImageData(0, 0, width, height).data ?? [];
  return colors.every((each, at) => Math.abs(each - (colors[at % 4] ?? 0)) <= step);
}

function sizeOf({ width, height }: Size): Size {
  return { width, height };
}

/** Null when it cannot be decoded, or is too large to be drawn. */
async function withBitmap<T>(
  picture: Blob,
  use: (bitmap: ImageBitmap) => Promise<T>,
): Promise<T | null> {
  try {
    const bitmap = await createImageBitmap(picture);
    try {
      return await use(bitmap);
    } finally {
      bitmap.close();
    }
  } catch {
    return null;
  }
}
