import type { Area } from '../../core/source/area';
import type { Size } from '../../core/source/image';

/** A picture as it is sent. */
export interface Rendered extends Size {
  readonly type: 'image/png' | 'image/jpeg';
  /** Base64. */
  readonly data: string;
}

/** What shows through a picture where its page says nothing: as on most pages, and for what could not be seen on that. */
const grounds = ['#fff', '#26221f'] as const;

/** Bytes above which a lossless picture is not worth its way. */
const losslessLimit = 1_000_000;
/** Bytes that an image may have: in base64, 5 MB. https://platform.claude.com/docs/en/build-with-claude/vision */
const bytesLimit = 3_900_000;

/**
 * An area of an image in another size, on its own ground or another one on which something of it can be seen; null when
 * nothing of it can. Throws where the browser does not let it be read.
 */
export async function render(
  image: CanvasImageSource,
  area: Area | null,
  to: Size,
  own: string | null,
): Promise<Rendered | null> {
  for (const ground of own === null ? grounds : [own, ...grounds]) {
    if (await isEmpty(image, area, ground)) continue;
    const canvas = draw(image, area, to, ground);
    return { ...to, ...(await encode(canvas)) };
  }
  return null;
}

/** Pixels that are looked at. */
export const sample = { width: 24, height: 24 };

/** By comparison of encoded pictures: of pixels Firefox lets no script in a page see any. */
async function isEmpty(
  image: CanvasImageSource,
  area: Area | null,
  ground: string,
): Promise<boolean> {
  const [drawn, plain] = await Promise.all([
    base64Of(await draw(image, area, sample, ground).convertToBlob()),
    base64Of(await draw(null, null, sample, ground).convertToBlob()),
  ]);
  return drawn === plain;
}

export function draw(
  image: CanvasImageSource | null,
  area: Area | null,
  { width, height }: Size,
  ground: string,
): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas');
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  if (image && area) {
    context.drawImage(image, area.left, area.top, area.width, area.height, 0, 0, width, height);
  } else if (image) context.drawImage(image, 0, 0, width, height);
  return canvas;
}

async function encode(canvas: OffscreenCanvas): Promise<Pick<Rendered, 'type' | 'data'>> {
  const lossless = await canvas.convertToBlob({ type: 'image/png' });
  if (lossless.size <= losslessLimit) return { type: 'image/png', data: await base64Of(lossless) };
  let blob = lossless;
  for (const quality of [0.9, 0.75, 0.5]) {
    blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (blob.size <= bytesLimit) break;
  }
  return { type: 'image/jpeg', data: await base64Of(blob) };
}

/** The bytes of a blob in base64. */
function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
