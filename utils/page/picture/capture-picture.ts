import { fitWithin, type Size, type Tier } from '../../core/source/image';
import { addressLimit, titleLimit } from '../captured';
import {
  attributeOf,
  boxOf,
  addressOf as documentAddress,
  isElement,
  shownParentOf,
  titleOf,
} from '../pristine';
import { type About, type PictureAnswer, pictureLimits } from './answer';
import { addressOf, findByAddress, findInView, insteadOf } from './find';
import { type Rendered, render } from './render';
import type { PictureWish } from './wish';

/** A picture of the page as it stands there: nothing is loaded for it, and nothing of the page is changed. */
export async function capturePicture(
  document: Document,
  { address, tier }: PictureWish,
): Promise<PictureAnswer> {
  const found = address === null ? findInView(document) : findByAddress(document, address);
  if (!found) return { kind: 'nothing' };
  const { element, spot } = found;
  if (tier && element instanceof HTMLImageElement) await loaded(element);
  if (isBroken(element)) return { kind: 'nothing' };
  const size = sizeOf(element);
  const about = { ...aboutOf(element, document), original: size, spot };
  const rendered = tier && size ? await read(element, size, tier, about.ground) : null;
  if (rendered === 'blank') return { kind: 'closed', blank: true, ...about };
  return rendered ? { kind: 'read', rendered, ...about } : { kind: 'closed', ...about };
}

/** ms that an image which the page is loading is waited for. */
const patience = 2_000;

/** Until an image can be drawn: before that a canvas stays empty without a word. */
async function loaded(image: HTMLImageElement): Promise<void> {
  const late = new Promise<void>((resolve) => {
    setTimeout(resolve, patience);
  });
  await Promise.race([image.decode().catch(() => undefined), late]);
}

type Drawable = HTMLImageElement | HTMLCanvasElement | HTMLVideoElement | SVGImageElement;

function isDrawable(element: Element): element is Drawable {
  return [HTMLImageElement, HTMLCanvasElement, HTMLVideoElement, SVGImageElement].some(
    (kind) => element instanceof kind,
  );
}

/** Null where the browser does not let the page read it, or where there is nothing to be seen yet. */
async function read(
  element: Element,
  size: Size,
  tier: Tier,
  ground: string | null,
): Promise<Rendered | 'blank' | null> {
  if (!isDrawable(element) || showsPoster(element) || insteadOf(element) !== '') return null;
  try {
    const rendered = await render(element, null, fitWithin(size, tier), ground);
    return rendered ?? (isWhole(element) ? 'blank' : null);
  } catch {
    return null;
  }
}

/** Whether nothing more can come of it than is there. */
function isWhole(element: Drawable): boolean {
  if (element instanceof HTMLImageElement) return element.complete;
  return element instanceof HTMLCanvasElement;
}

/** Whether a still is shown in the place of a video, of which what would be drawn is the first frame. */
function showsPoster(element: Drawable): boolean {
  if (!(element instanceof HTMLVideoElement) || element.poster === '') return false;
  return element.currentTime === 0 && element.played.length === 0;
}

function isBroken(element: Element): boolean {
  const isImage = element instanceof HTMLImageElement && insteadOf(element) === '';
  return isImage && element.complete && element.naturalWidth === 0 && !isVector(element);
}

/** In pixels. What has no pixels of its own is drawn twice as large as it is shown. */
function sizeOf(element: Element): Size | null {
  const [width, height] = pixelsOf(element);
  return width > 0 && height > 0 ? { width: Math.ceil(width), height: Math.ceil(height) } : null;
}

function pixelsOf(element: Element): readonly [number, number] {
  if (element instanceof HTMLVideoElement) return [element.videoWidth, element.videoHeight];
  if (element instanceof HTMLCanvasElement) return [element.width, element.height];
  const isRaster = element instanceof HTMLImageElement && !isVector(element);
  if (isRaster) return [element.naturalWidth, element.naturalHeight];
  const { width, height } = boxOf(element);
  return [width * 2, height * 2];
}

function isVector(element: Element): boolean {
  return isOfType(addressOf(element), 'svg');
}

function aboutOf(element: Element, document: Document): Omit<About, 'original' | 'spot'> {
  const address = insteadOf(element) || addressOf(element);
  const fetchable = /^https?:/.test(address) && address.length <= pictureLimits.address;
  return {
    title: nameOf(element, address).slice(0, pictureLimits.title),
    address: fetchable ? address : null,
    ground: groundOf(element),
    mayMove: isOfType(address, 'gif'),
    pageTitle: titleOf(document).slice(0, titleLimit),
    pageAddress: documentAddress(document).slice(0, addressLimit),
  };
}

/** How browsers write a color through which something shows. */
const seeThrough = /^rgba|\//;

/** The first color behind an element through which nothing shows. */
function groundOf(element: Element): string | null {
  for (let each: Node | null = element; each; each = shownParentOf(each)) {
    const color = isElement(each) ? getComputedStyle(each).backgroundColor : '';
    if (color !== '' && !seeThrough.test(color)) return color;
  }
  return null;
}

function nameOf(element: Element, address: string): string {
  const told = ['alt', 'aria-label', 'title'].map((name) => attributeOf(element, name).trim());
  return told.find((name) => name !== '') ?? fileName(address);
}

function fileName(address: string): string {
  const [name = ''] =
    /[^/]*$/.exec(/^https?:/.test(address) ? new URL(address).pathname : '') ?? [];
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function isOfType(address: string, type: 'svg' | 'gif'): boolean {
  if (address.startsWith('data:')) return address.startsWith(`data:image/${type}`);
  return URL.canParse(address) && new URL(address).pathname.toLowerCase().endsWith(`.${type}`);
}
