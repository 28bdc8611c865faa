import { fromBase64 } from '../core/base64';
import type { Area } from '../core/source/area';
import { firstBytes, fitWithin, mayMove, type Tier } from '../core/source/image';
import { type Aim, type ImageMedia, mediaSource } from '../core/source/source';
import { cleanTitle } from '../page/captured';
import type { About, PictureAnswer } from '../page/picture/answer';
import { askPicture, type PictureScripting } from './ask-picture';
import type { Capture } from './capture';
import type { Graphics, Prepared } from './graphics';

/** The pictures of pages. */
export interface Pictures {
  readonly capture: (which: Which, tabId: number, stop?: AbortSignal) => Promise<Capture>;
  readonly isInView: (tabId: number) => Promise<boolean>;
}

export interface ImageMeans {
  readonly scripting: PictureScripting;
  /** Bytes from another site, where the user lets us reach it; null when they are not to be had. */
  readonly load: (address: string, stop?: AbortSignal) => Promise<Blob | null>;
  /** What is visible of a tab now (PNG, base64); null when that is not to be had. */
  readonly screenshot: (tabId: number) => Promise<string | null>;
  readonly graphics: Graphics;
  /** Those of a tab in a private window in memory alone. */
  readonly keep: (data: string, tabId: number) => Promise<string>;
  /** What the model that will be asked sees at most. */
  readonly tier: () => Promise<Tier>;
}

type Which = Pick<Extract<Aim, { kind: 'image' }>, 'address' | 'frameId'>;
/** What is to be sent, with what is to be said of it. */
type Taken = Prepared & Pick<ImageMedia, 'asSeen' | 'oneFrame'>;

export function createPictures(means: ImageMeans): Pictures {
  return {
    capture: (which, tabId, stop) => capturePicture(which, tabId, means, stop),
    async isInView(tabId) {
      const wish = { address: null, tier: null };
      return (await askPicture(means.scripting, tabId, 0, wish)).kind === 'closed';
    },
  };
}

/**
 * A picture of a page: its bytes as the page may read them, else fetched where the user lets us, else as the screen shows
 * it.
 */
async function capturePicture(
  which: Which,
  tabId: number,
  means: ImageMeans,
  stop?: AbortSignal,
): Promise<Capture> {
  const tier = await means.tier();
  const { address, frameId } = which;
  const answer = await askPicture(means.scripting, tabId, frameId, { address, tier });
  const about = answer.kind === 'read' || answer.kind === 'closed' ? answer : null;
  const blank = answer.kind === 'closed' && answer.blank === true;
  const taken =
    (answer.kind === 'read' ? await verified(answer, tier, means.graphics) : null) ??
    (blank
      ? null
      : await fetched(about ? about.address : address, about?.ground, tier, means, stop)) ??
    (await seen(tabId, about?.spot ?? null, blank, tier, means));
  if (stop?.aborted) return problem('stopped');
  if (taken) return sourceOf(taken, about, await means.keep(taken.data, tabId));
  switch (answer.kind) {
    case 'nothing':
      return problem('no-picture');
    case 'late':
      return problem('page-silent');
    case 'refused':
      // The page may be open where a frame of another site is not.
      return problem(frameId === 0 ? 'page-forbids' : 'picture-unreadable');
    default:
      return problem(blank ? 'picture-empty' : 'picture-unreadable');
  }
}

function problem(
  kind:
    | 'page-forbids'
    | 'page-silent'
    | 'stopped'
    | 'picture-unreadable'
    | 'picture-empty'
    | 'no-picture',
): Capture {
  return { kind: 'problem', problem: { kind } };
}

/** What the page has read. Its size is measured: the price is told by it. */
async function verified(
  answer: Extract<PictureAnswer, { readonly kind: 'read' }>,
  tier: Tier,
  graphics: Graphics,
): Promise<Taken | null> {
  const { rendered, mayMove } = answer;
  const bytes = fromBase64(rendered.data);
  const blob = bytes && new Blob([bytes], { type: rendered.type });
  const size = blob && (await graphics.measure(blob));
  if (!blob || !size) return null;
  const within = fitWithin(size, tier);
  const isAsTold =
    [size.width, within.width].every((width) => width === rendered.width) &&
    [size.height, within.height].every((height) => height === rendered.height);
  const original = answer.original ?? size;
  if (!isAsTold) return graphics.prepare(blob, tier, null);
  return { ...rendered, original, ...(mayMove && { oneFrame: true }) };
}

async function fetched(
  address: string | null,
  ground: string | null | undefined,
  tier: Tier,
  { load, graphics }: ImageMeans,
  stop?: AbortSignal,
): Promise<Taken | null> {
  const picture = address === null ? null : await load(address, stop);
  const prepared = picture ? await graphics.prepare(picture, tier, null, ground) : null;
  const start = await picture?.slice(0, firstBytes).arrayBuffer();
  const oneFrame = picture?.type === 'image/gif' || (start && mayMove(start));
  return prepared && { ...prepared, ...(oneFrame && { oneFrame }) };
}

async function seen(
  tabId: number,
  spot: Area | null,
  blank: boolean,
  tier: Tier,
  { screenshot, graphics }: ImageMeans,
): Promise<Taken | null> {
  const bytes = fromBase64((spot && (await screenshot(tabId))) ?? '');
  if (!spot || !bytes) return null;
  const screen = new Blob([bytes], { type: 'image/png' });
  if (blank && (await graphics.isPlain(screen, spot))) return null;
  const prepared = await graphics.prepare(screen, tier, spot);
  return prepared && { ...prepared, asSeen: true };
}

function sourceOf(taken: Taken, about: About | null, file: string): Capture {
  const { type, width, height, original, asSeen, oneFrame } = taken;
  const isScaled = original.width > width || original.height > height;
  const media: ImageMedia = {
    kind: 'image',
    type,
    file,
    width,
    height,
    ...(isScaled && { original }),
    ...(asSeen && { asSeen }),
    ...(oneFrame && { oneFrame }),
  };
  const title = cleanTitle(about?.title || about?.pageTitle || '');
  return {
    kind: 'source',
    source: mediaSource(media, { title, address: about?.pageAddress ?? '' }),
  };
}
